import { CREDENTIAL_KINDS, type CredentialKind } from '@forewarn/core/platform/model';
import { SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { Page } from '../../app/page.tsx';
import { ProviderCircuitNote } from '../../app/provider-circuit.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { BackupActions } from './backup-actions.tsx';
import { ConnectionTest } from './connection-test.tsx';
import { CredentialCard } from './credential-card.tsx';
import { CredentialDialog } from './credential-dialog.tsx';
import { useCredentialsText } from './text.ts';

/** The provider's credentials: four kinds, masked, replaced with an overlap, tested (A-220…A-229). */
export function CredentialsPage() {
  const t = useCredentialsText();
  const trpc = useTRPC();
  const [editing, setEditing] = useState<CredentialKind>();
  const credentials = useQuery(trpc.admin.credentials.list.queryOptions({}));
  const replaced = credentials.data?.records.some(({ kind, current }) => current && kind === editing) ?? false;
  return (
    <Page title={t.title} hint={t.hint} actions={<BackupActions />}>
      <ProviderCircuitNote />
      <QueryView query={credentials}>
        {({ records }) => (
          <Stack gap="md">
            <ConnectionTest />
            <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
              {CREDENTIAL_KINDS.map((kind) => (
                <CredentialCard
                  key={kind}
                  kind={kind}
                  credentials={records.filter((credential) => credential.kind === kind)}
                  onEdit={() => setEditing(kind)}
                />
              ))}
            </SimpleGrid>
          </Stack>
        )}
      </QueryView>
      {editing && <CredentialDialog kind={editing} replaces={replaced} onClose={() => setEditing(undefined)} />}
    </Page>
  );
}
