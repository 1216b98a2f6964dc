import type { Receipt, ReceiptAnswer, ReceiptTry } from '@forewarn/core/alert-documents/model';
import type { AlertDetail } from '@forewarn/core/alerts/model';
import { type KeyValue, KeyValues } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconReceipt } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import { useSentenceOf } from '../../app/problem/use-sentence-of.ts';
import { saveFile } from '../../app/session/files.ts';
import { useSessionUser } from '../../app/session/session.ts';
import classes from './receipt.module.css';
import { usePapersText } from './text/index.ts';

/** What proves the answer: to keep as PDF, and to look at. */
export function ReceiptPanel({ alert }: { alert: Pick<AlertDetail, 'id' | 'alertId' | 'feedbackStatus'> }) {
  const { receipt: text } = usePapersText();
  const sentenceOf = useSentenceOf();
  const mayExport = useSessionUser()?.permissions.includes('alert:export') ?? false;
  const [opened, { toggle }] = useDisclosure(false);
  const save = useMutation({
    mutationFn: () => saveFile(`/api/v1/alerts/${alert.id}/receipt.pdf`, `receipt-${alert.alertId}.pdf`),
  });
  return (
    <section className={classes.receipt} aria-label={text.title}>
      <Title order={3} size="h6">
        {text.title}
      </Title>
      <Text size="sm" c="dimmed" data-screen-only>
        {text.intro}
      </Text>
      <Group gap="xs" className={classes.actions ?? ''}>
        {mayExport && (
          <Button
            variant="default"
            leftSection={<IconReceipt size={16} aria-hidden />}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {text.download}
          </Button>
        )}
        <Button variant="subtle" aria-expanded={opened} onClick={toggle}>
          {opened ? text.hide : text.show}
        </Button>
      </Group>
      {save.isError && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {sentenceOf(save.error)}
        </Text>
      )}
      {opened && <Details key={alert.feedbackStatus} id={alert.id} />}
    </section>
  );
}

/** Mounted anew, and so read anew, when the answer has got further. */
function Details({ id }: { id: number }) {
  const sentenceOf = useSentenceOf();
  const query = useQuery(trpc.alerts.receipt.queryOptions({ id }, { staleTime: 0 }));
  if (query.isError)
    return (
      <Text size="sm" c="var(--mantine-color-error)" role="alert">
        {sentenceOf(query.error)}
      </Text>
    );
  if (!query.data) return <Loader size="sm" />;
  return query.data.answers.map((answer) => <Given key={answer.number} receipt={query.data} answer={answer} />);
}

function Given({ receipt, answer }: { receipt: Receipt; answer: ReceiptAnswer }) {
  const { receipt: text } = usePapersText();
  const hash = (value: string) => <code className={classes.hash}>{value}</code>;
  const items: KeyValue[] = [
    { label: text.told, value: answer.told },
    { label: text.timing, value: answer.late ? text.late : text.inTime },
    { label: text.deliveries, value: <Deliveries tries={answer.tries} />, wide: true },
    { label: text.bodyHash, value: answer.bodySha256 && hash(answer.bodySha256), wide: true },
    { label: text.contentHash, value: hash(answer.contentSha256), wide: true },
    { label: text.key, value: hash(answer.key), wide: true },
  ];
  if (answer.evidence.length > 0)
    items.push({
      label: text.evidence,
      wide: true,
      value: answer.evidence.map((file) => (
        <div key={file.id}>
          {file.fileName} {hash(file.sha256)}
        </div>
      )),
    });
  return (
    <Stack gap="xs" mt="sm">
      {receipt.answers.length > 1 && (
        <Title order={4} size="h6">
          {text.answer(answer.number, answer.replaced)}
        </Title>
      )}
      <KeyValues items={items} />
      <Text size="xs" c="dimmed">
        {text.verify}
      </Text>
    </Stack>
  );
}

function Deliveries({ tries }: { tries: readonly ReceiptTry[] }) {
  const { receipt: text } = usePapersText();
  const format = useFormat();
  if (tries.length === 0) return text.none;
  return tries.map(({ number, startedTime, outcome, reply, logId }) => {
    const said = reply && [reply.status, reply.code].filter(Boolean).join(' ');
    const parts = [
      `${text.try(number)} ${text.outcome[outcome]}`,
      said && text.reply(said),
      logId !== null && text.log(logId),
    ];
    return (
      <div key={number}>
        {parts.filter(Boolean).join(' · ')}
        <Text size="xs" c="dimmed">
          {format.time(startedTime, 'exact')}
        </Text>
      </div>
    );
  });
}
