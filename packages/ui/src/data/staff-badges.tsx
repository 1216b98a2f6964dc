import type { DELIVERY_STATES } from '@forewarn/core/deliveries/model';
import type { MerchantStatus } from '@forewarn/core/merchants/model';
import { useStaffLabels } from '../i18n/hooks.ts';
import { DELIVERY_TONES, LEVEL_TONES, MERCHANT_TONES } from './status-tones.ts';
import { ToneBadge } from './tone-badge.tsx';

export function MerchantStatusBadge({ value }: { value: MerchantStatus }) {
  return <ToneBadge tone={MERCHANT_TONES[value]}>{useStaffLabels().merchantStatus[value]}</ToneBadge>;
}

export function DeliveryStateBadge({ value }: { value: (typeof DELIVERY_STATES)[number] }) {
  return <ToneBadge tone={DELIVERY_TONES[value]}>{useStaffLabels().deliveryState[value]}</ToneBadge>;
}

export function LevelBadge({ value }: { value: 'INFO' | 'WARN' | 'ERROR' }) {
  return <ToneBadge tone={LEVEL_TONES[value]}>{useStaffLabels().level[value]}</ToneBadge>;
}
