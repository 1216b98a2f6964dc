import { useFormat } from '@forewarn/ui/format';
import { useDictionary } from '@forewarn/ui/i18n';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api.ts';
import { ToneNote } from './tone-note.tsx';
import { useMay } from './use-session.ts';

const zhCN = {
  OPEN: '对预警服务商的调用已熔断',
  HALF_OPEN: '正在试探预警服务商是否恢复',
  text: (failures: number, since: string) =>
    `连续 ${failures} 次调用失败，${since} 起暂停发出；报备和答复都在排队，不会丢失，也不消耗重试次数。`,
  retry: (time: string) => `${time} 会放行一次试探，成功即自动恢复。`,
  last: (error: string) => `最近一次失败：${error}`,
};
const en: typeof zhCN = {
  OPEN: 'Calls to the provider are held back',
  HALF_OPEN: 'One call is let through to see whether the provider is back',
  text: (failures, since) =>
    `${failures} calls failed in a row; nothing has been sent since ${since}. Enrolments and answers wait in the queue; none is lost and no retry is used up.`,
  retry: (time) => `One call is tried at ${time}; if it succeeds, everything goes out again by itself.`,
  last: (error) => `Last failure: ${error}`,
};

const EVERY = 10_000;

/** Says when calls to the provider are held back; nothing while all is well. */
export function ProviderCircuitNote() {
  const t = useDictionary({ 'zh-CN': zhCN, en });
  const format = useFormat();
  const trpc = useTRPC();
  const allowed = useMay('apilog:view');
  const { data } = useQuery(
    trpc.admin.interfaceCalls.circuit.queryOptions({}, { refetchInterval: EVERY, enabled: allowed }),
  );
  if (!data || data.state === 'CLOSED') return null;
  return (
    <ToneNote tone={data.state === 'OPEN' ? 'danger' : 'warning'} title={t[data.state]}>
      {data.since && <Text size="sm">{t.text(data.failures, format.time(data.since, 'dated'))}</Text>}
      {data.retryTime && <Text size="sm">{t.retry(format.time(data.retryTime, 'exact'))}</Text>}
      {data.lastError && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t.last(data.lastError)}
        </Text>
      )}
    </ToneNote>
  );
}
