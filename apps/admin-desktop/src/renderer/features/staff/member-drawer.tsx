import { DetailSkeleton } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { QueryView } from '../../app/query-view.tsx';
import { MemberForm } from './member-form.tsx';

/** One person: roles and team, the invitation, and whether they can sign in. */
export function MemberDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const words = useT();
  const trpc = useTRPC();
  const member = useQuery(trpc.admin.staff.get.queryOptions({ id }));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={460}
      title={member.data?.name ?? `#${id}`}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <QueryView query={member} loading={<DetailSkeleton />}>
        {(data) => <MemberForm key={data.version} member={data} onClose={onClose} />}
      </QueryView>
    </Drawer>
  );
}
