import type { BackTest, NamedAlert } from '@forewarn/core/response-rules/model';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Stack, Text } from '@mantine/core';
import { TextLink } from '../../app/text-link.tsx';
import classes from './rules.module.css';
import { useRuleText } from './text.ts';

/** What a rule would have done, in numbers and with the alerts that matter. */
export function BackTestPanel({ test }: { test: BackTest }) {
  const { test: text } = useRuleText();
  if (test.past === 0) return <Text size="sm">{text.none}</Text>;
  const figures: [string, number][] = [
    [text.same, test.same],
    [text.different, test.different],
    [text.unanswered, test.unanswered],
    ...some(text.guarded, test.guarded),
    ...some(text.earlier, test.earlier),
    ...some(text.chargebacks, test.chargebacks),
  ];
  return (
    <Stack gap="sm">
      <Text size="sm" fw={600}>
        {text.summary(test.fits, test.past)}
      </Text>
      {test.limited && (
        <Text size="xs" c="dimmed">
          {text.limited}
        </Text>
      )}
      <dl className={classes.figures}>
        {figures.map(([label, count]) => (
          <div key={label} className={classes.figure}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <Named title={text.differences} alerts={test.differences} count={test.different} />
      <Named title={text.chargebackAlerts} alerts={test.chargebackAlerts} count={test.chargebacks} />
    </Stack>
  );
}

const some = (label: string, count: number): [string, number][] => (count > 0 ? [[label, count]] : []);

function Named({ title, alerts, count }: { title: string; alerts: readonly NamedAlert[]; count: number }) {
  const { test: text } = useRuleText();
  const format = useFormat();
  const actions: Readonly<Record<string, string>> = useAlertLabels().action;
  if (alerts.length === 0) return null;
  return (
    <section aria-label={title}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <ul className={classes.named} tabIndex={0} aria-label={title}>
        {alerts.map((alert) => (
          <li key={alert.id}>
            <TextLink to="/alerts/$id" params={{ id: String(alert.id) }}>
              {alert.alertId}
            </TextLink>
            <Text size="sm" c="dimmed">
              {[
                format.money(alert.amount, alert.currency),
                format.time(alert.alertTime),
                text.you(alert.answered === null ? text.nothing : (actions[alert.answered] ?? alert.answered)),
              ].join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
      {count > alerts.length && (
        <Text size="xs" c="dimmed">
          {text.more(count - alerts.length)}
        </Text>
      )}
    </section>
  );
}
