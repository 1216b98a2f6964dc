import { ACTOR_KINDS, type AuditEntry } from '@forewarn/core/audit/model';
import { Anchor, Group, Stack, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type AuditSearch, NO_FILTERS } from './search.ts';
import { useAuditText } from './text.ts';

/** The ways from one entry to the others it belongs with. */
export function Related({ entry }: { entry: AuditEntry }) {
  const t = useAuditText();
  const { actorId, targetType, targetId, requestId } = entry;
  const actorKind = ACTOR_KINDS.find((kind) => kind === entry.actorKind);
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h5">
        {t.also}
      </Title>
      <Group gap="md">
        {actorKind && actorId !== null && <To search={{ actorKind, actorId }}>{t.alsoActor}</To>}
        {targetType && targetId && <To search={{ targetType, targetId }}>{t.alsoTarget}</To>}
        {requestId && <To search={{ requestId }}>{t.alsoRequest}</To>}
      </Group>
    </Stack>
  );
}

function To({ search, children }: { search: AuditSearch; children: string }) {
  return (
    <Anchor size="sm" renderRoot={(props) => <Link to="/audit" search={{ ...NO_FILTERS, ...search }} {...props} />}>
      {children}
    </Anchor>
  );
}
