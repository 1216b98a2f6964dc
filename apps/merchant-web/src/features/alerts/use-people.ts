import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import { useSessionUser } from '../../app/session/session.ts';
import { useFilterText } from './text/index.ts';

/** Whose alerts can be asked for: one's own, and those of colleagues for whom may see who they are. */
export function usePeople(wanted = true) {
  const text = useFilterText();
  const me = useSessionUser();
  const may = me?.permissions.includes('colleague:view') ?? false;
  const { data } = useQuery(trpc.colleagues.list.queryOptions({}, { enabled: wanted && may, staleTime: 60_000 }));
  const others = (data?.records ?? []).filter(({ id }) => id !== me?.id);
  const names = new Map(others.map(({ id, name, email }) => [String(id), name || email]));
  return {
    assignees: ['me', ...names.keys()],
    nameOf: (id: string) => (id === 'me' ? text.me : (names.get(id) ?? text.someone)),
  };
}
