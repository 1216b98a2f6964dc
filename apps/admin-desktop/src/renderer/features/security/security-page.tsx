import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { AllowlistsForm } from './allowlists-form.tsx';
import { useSecurityText } from './text.ts';

/** From which addresses the key interfaces may be used (A-305, C-162). */
export function SecurityPage() {
  const t = useSecurityText();
  const trpc = useTRPC();
  const view = useQuery(trpc.admin.security.allowlists.get.queryOptions({}));
  return (
    <Page title={t.title} hint={t.hint}>
      <QueryView query={view}>{(loaded) => <AllowlistsForm {...loaded} />}</QueryView>
    </Page>
  );
}
