import type { SecurityState } from '@forewarn/core/accounts/model';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ToneBadge } from '../data/tone-badge.tsx';
import type { Problem } from '../feedback/problem.ts';
import { useFormat } from '../format/use-format.ts';
import { ProofForm } from './proof-form.tsx';
import { RecoveryCodesView } from './recovery-codes.tsx';
import { ScanStep } from './scan-step.tsx';
import { useSecurityText } from './text/index.ts';

/** What the server does; each promise throws what it refused with. */
export interface TwoStepActs {
  start(input: { password: string }): Promise<{ secret: string; uri: string }>;
  confirm(input: { code: string }): Promise<{ recoveryCodes: string[] }>;
  disable(proof: { password: string; code: string }): Promise<unknown>;
  renewCodes(proof: { password: string; code: string }): Promise<{ recoveryCodes: string[] }>;
}

interface TwoStepProps {
  state: SecurityState;
  acts: TwoStepActs;
  toProblem: (error: unknown) => Problem;
  /** Something has changed: read the state again. */
  onChanged: () => void;
  /** Begins with the set-up and can't be left before it is done. */
  forced?: boolean;
}

type Step =
  | { at: 'overview' | 'password' | 'off' | 'renew' }
  | { at: 'scan'; secret: string; uri: string }
  | { at: 'codes'; codes: string[] };

/** Sets two-step verification up, turns it off, renews recovery codes: one step after the other, in place. */
export function TwoStep({ state, acts, toProblem, onChanged, forced = false }: TwoStepProps) {
  const t = useSecurityText().twoStep;
  const [step, setStep] = useState<Step>({ at: forced ? 'password' : 'overview' });
  const back = () => setStep({ at: 'overview' });
  const leave = forced ? undefined : back;
  switch (step.at) {
    case 'overview':
      return <Overview state={state} onStep={(at) => setStep({ at })} />;
    case 'password':
      return (
        <ProofForm
          key="password"
          title={t.begin}
          text={`${t.stepOf(1)} · ${t.passwordHint}`}
          submit={t.next}
          withCode={false}
          toProblem={toProblem}
          onCancel={leave}
          onProof={async ({ password }) => setStep({ at: 'scan', ...(await acts.start({ password })) })}
        />
      );
    case 'scan':
      return (
        <ScanStep
          secret={step.secret}
          uri={step.uri}
          toProblem={toProblem}
          onCancel={leave}
          onCode={async (code) => setStep({ at: 'codes', codes: (await acts.confirm({ code })).recoveryCodes })}
        />
      );
    case 'codes':
      return (
        <RecoveryCodesView
          codes={step.codes}
          onDone={() => {
            onChanged();
            back();
          }}
        />
      );
    case 'off':
      return (
        <ProofForm
          key="off"
          title={t.turnOffTitle}
          text={t.turnOffText}
          submit={t.turnOffConfirm}
          dangerous
          withCode
          toProblem={toProblem}
          onCancel={back}
          onProof={async (proof) => {
            await acts.disable(proof);
            onChanged();
            back();
          }}
        />
      );
    case 'renew':
      return (
        <ProofForm
          key="renew"
          title={t.renew}
          text={t.renewText}
          submit={t.renewConfirm}
          withCode
          toProblem={toProblem}
          onCancel={back}
          onProof={async (proof) => setStep({ at: 'codes', codes: (await acts.renewCodes(proof)).recoveryCodes })}
        />
      );
  }
}

function Overview({ state, onStep }: { state: SecurityState; onStep: (at: 'password' | 'off' | 'renew') => void }) {
  const t = useSecurityText().twoStep;
  const format = useFormat();
  const { totpEnabled, totpEnabledTime, totpRequired, recoveryCodesLeft } = state;
  if (!totpEnabled)
    return (
      <Stack gap="md" align="flex-start">
        <ToneBadge tone="neutral">{t.off}</ToneBadge>
        <Button onClick={() => onStep('password')}>{t.begin}</Button>
      </Stack>
    );
  return (
    <Stack gap="md" align="flex-start">
      <Group gap="sm">
        <ToneBadge tone="positive">{t.on}</ToneBadge>
        <Text size="sm" c="dimmed">
          {[totpEnabledTime && t.since(format.time(totpEnabledTime, 'dated')), t.codesLeft(recoveryCodesLeft)]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Group>
      {recoveryCodesLeft <= 2 && (
        <Alert variant="outline" color="yellow" role="status">
          {t.codesLow}
        </Alert>
      )}
      {totpRequired && <Text size="sm">{t.required}</Text>}
      <Group gap="sm">
        <Button variant="default" onClick={() => onStep('renew')}>
          {t.renew}
        </Button>
        {!totpRequired && (
          <Button variant="default" onClick={() => onStep('off')}>
            {t.turnOff}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
