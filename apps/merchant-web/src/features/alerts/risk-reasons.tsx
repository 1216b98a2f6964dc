import type { AlertDetail } from '@forewarn/core/alerts/model';
import { useFormat } from '@forewarn/ui/format';
import { Text } from '@mantine/core';
import classes from './related.module.css';
import { useRelatedText } from './text/index.ts';

/** What our own rating rests on, point by point. */
export function RiskReasons({ alert }: { alert: Pick<AlertDetail, 'riskReasons' | 'currency'> }) {
  const { risk } = useRelatedText();
  const format = useFormat();
  const { riskReasons, currency } = alert;
  return (
    <div>
      {riskReasons.length === 0 ? (
        risk.nothing
      ) : (
        <ul className={classes.reasons}>
          {riskReasons.map(({ code, points, fact }) => (
            <li key={code}>
              {risk.reason[code](code === 'AMOUNT_HIGH' ? format.money(Number(fact), currency) : fact)}
              {points > 0 && (
                <Text span c="dimmed" size="xs">
                  {' '}
                  {risk.points(points)}
                </Text>
              )}
            </li>
          ))}
        </ul>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {risk.scale}
      </Text>
    </div>
  );
}
