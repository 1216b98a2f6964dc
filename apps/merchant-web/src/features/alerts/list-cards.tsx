import type { AlertSummary } from '@forewarn/core/alerts/model';
import { DeadlineCountdown, RiskBadge, ToneBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Checkbox, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useSessionUser } from '../../app/session/session.ts';
import { alertState } from './alert-state.ts';
import { AlertStatus } from './alert-status.tsx';
import { cardNumber } from './card-number.ts';
import cardClasses from './list-cards.module.css';
import type { AlertRowsProps } from './list-table.tsx';
import { RuleLine } from './rule-line.tsx';
import { useListText } from './text/index.ts';

interface AlertCardsProps extends AlertRowsProps {
  /** Choosing instead of opening: a tap anywhere on the card chooses it. */
  choosing: boolean;
}

/** The list on a phone: what matters at night, and one tap to answer. */
export function AlertCards({ rows, marked, selection, choosing }: AlertCardsProps) {
  const text = useListText();
  return (
    <ul className={cardClasses.cards} aria-label={text.table}>
      {rows.map((alert) => (
        <li key={alert.id} data-row={alert.id}>
          <AlertCard
            alert={alert}
            marked={marked.has(alert.id)}
            {...(choosing &&
              selection && { chosen: selection.has(alert.id), onChoose: () => selection.toggle(alert, false) })}
          />
        </li>
      ))}
    </ul>
  );
}

interface AlertCardProps {
  alert: AlertSummary;
  marked: boolean;
  chosen?: boolean;
  onChoose?: () => void;
}

function AlertCard({ alert, marked, chosen, onChoose }: AlertCardProps) {
  const text = useListText();
  const format = useFormat();
  const box = useId();
  const name = alert.descriptor ?? text.untitled;
  const names = [cardClasses.card, marked && cardClasses.marked, chosen && cardClasses.chosen];
  return (
    <article className={names.filter(Boolean).join(' ')}>
      <div className={cardClasses.line}>
        <DeadlineCountdown deadline={alert.deadline} running={alert.needsAnswer} />
        <span className={cardClasses.badges}>
          {marked && <ToneBadge tone="accent">{text.arrived}</ToneBadge>}
          <RiskBadge value={alert.riskLevel} />
          {onChoose && (
            <Checkbox
              id={box}
              className={cardClasses.box ?? ''}
              radius={4}
              aria-label={text.choose(alert.alertId)}
              checked={chosen ?? false}
              onChange={onChoose}
            />
          )}
        </span>
      </div>
      <div className={cardClasses.line}>
        <div className={cardClasses.about}>
          <Text span fw={650} size="lg" className="fw-tabular">
            {format.money(alert.amount, alert.currency)}
          </Text>
          {onChoose ? (
            <label htmlFor={box} className={`${cardClasses.name} ${cardClasses.cover}`}>
              {name}
            </label>
          ) : (
            <Link
              to="/alerts/$id"
              params={{ id: String(alert.id) }}
              className={`${cardClasses.name} ${cardClasses.cover}`}
              aria-label={text.open(alert.descriptor ?? alert.alertId)}
              data-row-link
            >
              {name}
            </Link>
          )}
          <CardLine alert={alert} />
          <RuleLine id={alert.id} />
        </div>
        {!onChoose && <Way alert={alert} name={name} />}
      </div>
      {alertState(alert) !== 'open' && (
        <div className={cardClasses.line}>
          <AlertStatus alert={alert} />
        </div>
      )}
    </article>
  );
}

function CardLine({ alert }: { alert: AlertSummary }) {
  const { cardBrand } = useAlertLabels();
  const parts = [alert.cardBrand && cardBrand[alert.cardBrand], cardNumber(alert)].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <Text span size="sm" c="dimmed" className="fw-tabular">
      {parts.join(' · ')}
    </Text>
  );
}

/** What a tap leads to: to the answer where one is due, else just in. */
function Way({ alert, name }: { alert: AlertSummary; name: string }) {
  const text = useListText();
  const mayAnswer = useSessionUser()?.permissions.includes('alert:process') ?? false;
  if (!alert.needsAnswer || !mayAnswer) return <IconChevronRight size={20} aria-hidden className={cardClasses.way} />;
  return (
    <Link
      to="/alerts/$id"
      params={{ id: String(alert.id) }}
      hash="answer"
      className={cardClasses.answer ?? ''}
      aria-label={text.answerOf(name)}
    >
      {text.answer}
    </Link>
  );
}
