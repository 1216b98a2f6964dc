import { TLS_MODES, TRANSPORTS } from '@forewarn/core/mail-senders/model';
import {
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  NumberInput,
  PasswordInput,
  SegmentedControl,
  SimpleGrid,
  Switch,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type SenderValues, USUAL_PORTS } from './sender-values.ts';
import { useSendersText } from './text.ts';

type Form = UseFormReturnType<SenderValues>;

export function SenderFields({ form, hasSecret }: { form: Form; hasSecret: boolean }) {
  const t = useSendersText().form;
  const http = form.values.transport === 'HTTP';
  return (
    <>
      <TextInput label={t.name} description={t.nameHint} data-autofocus {...form.getInputProps('name')} />
      <SegmentedControl
        aria-label={t.transport}
        data={TRANSPORTS.map((value) => ({ value, label: t[value] }))}
        {...form.getInputProps('transport')}
      />
      {http ? (
        <TextInput label={t.url} description={t.urlHint} {...form.getInputProps('url')} />
      ) : (
        <ServerFields form={form} />
      )}
      {(http ? form.values.url.startsWith('http:') : form.values.tls === 'NONE') && (
        <Checkbox label={t.allowPlain} {...form.getInputProps('allowPlain', { type: 'checkbox' })} />
      )}
      <Group grow align="flex-start">
        {!http && (
          <TextInput
            label={t.account}
            description={t.accountHint}
            autoComplete="off"
            {...form.getInputProps('account')}
          />
        )}
        <PasswordInput
          label={http ? t.token : t.secret}
          description={hasSecret ? t.kept : t.secretHint}
          autoComplete="new-password"
          disabled={form.values.removeSecret}
          {...form.getInputProps('secret')}
        />
      </Group>
      {hasSecret && <Checkbox label={t.removeSecret} {...form.getInputProps('removeSecret', { type: 'checkbox' })} />}
      <Group grow align="flex-start">
        <TextInput label={t.fromName} {...form.getInputProps('fromName')} />
        <TextInput label={t.fromAddress} {...form.getInputProps('fromAddress')} />
      </Group>
      <TextInput label={t.replyTo} placeholder={t.optional} {...form.getInputProps('replyTo')} />
      <Limits form={form} />
      <Switch label={t.enabled} {...form.getInputProps('enabled', { type: 'checkbox' })} />
    </>
  );
}

function ServerFields({ form }: { form: Form }) {
  const t = useSendersText();
  return (
    <>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput label={t.form.host} placeholder="smtp.example.com" {...form.getInputProps('host')} />
        <NumberInput
          label={t.form.port}
          min={1}
          max={65_535}
          allowDecimal={false}
          maw={130}
          {...form.getInputProps('port')}
        />
      </Group>
      <NativeSelect
        label={t.form.tls}
        data={TLS_MODES.map((value) => ({ value, label: t.tls[value] }))}
        {...form.getInputProps('tls')}
        onChange={({ currentTarget }) => {
          const tls = TLS_MODES.find((mode) => mode === currentTarget.value) ?? 'IMPLICIT';
          // The port goes along as long as it is a usual one.
          const usual = Number(form.values.port) === USUAL_PORTS[form.values.tls];
          form.setValues({ tls, ...(usual && { port: USUAL_PORTS[tls] }) });
        }}
      />
    </>
  );
}

const TIMES = ['connectSeconds', 'greetingSeconds', 'socketSeconds'] as const;

function Limits({ form }: { form: Form }) {
  const t = useSendersText().form;
  return (
    <Fieldset legend={t.more}>
      <SimpleGrid cols={3} spacing="sm">
        {TIMES.map((name) => (
          <NumberInput key={name} label={t[name]} min={1} max={20} allowDecimal={false} {...form.getInputProps(name)} />
        ))}
      </SimpleGrid>
      <SimpleGrid cols={2} spacing="sm" mt="sm">
        <NumberInput label={t.poolSize} min={1} max={20} allowDecimal={false} {...form.getInputProps('poolSize')} />
        <NumberInput
          label={t.ratePerMinute}
          description={t.rateHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={1}
          allowDecimal={false}
          {...form.getInputProps('ratePerMinute')}
        />
      </SimpleGrid>
    </Fieldset>
  );
}
