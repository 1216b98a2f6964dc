import { isStaffRole } from '@forewarn/core/kernel/access';
import { useStaffLabels } from '@forewarn/ui/i18n';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api.ts';
import { useMay } from './use-session.ts';

/** Roles that can be given, with their names in words: built-in ones in the reader's language, others as their makers called them. */
export function useRoleNames() {
  const labels = useStaffLabels().role;
  const trpc = useTRPC();
  const may = useMay('role:view');
  const roles = useQuery(trpc.admin.roles.list.queryOptions({}, { enabled: may, staleTime: 60_000 }));
  const nameOf = (code: string) =>
    isStaffRole(code) ? labels[code] : roles.data?.find((role) => role.code === code)?.name || code;
  const codes = roles.data?.map(({ code }) => code) ?? Object.keys(labels);
  return { nameOf, options: codes.map((value) => ({ value, label: nameOf(value) })) };
}
