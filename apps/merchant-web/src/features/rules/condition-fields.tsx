import { CARD_BRANDS, RISK_LEVELS } from '@forewarn/core/alerts/model';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Checkbox, Group, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useCurrentLocale } from '../../app/preferences/locale.ts';
import { currencyChoice } from './currency-choice.ts';
import classes from './rules.module.css';
import { useRuleText } from './text.ts';
import type { RuleFormState } from './use-rule-form.ts';

/** Which alerts the rule is for; all of it must hold. */
export function ConditionFields({ form }: { form: RuleFormState }) {
  const text = useRuleText();
  const labels = useAlertLabels();
  const locale = useCurrentLocale();
  const { values, set, bind } = form;
  return (
    <>
      <Text size="xs" c="dimmed">
        {text.form.whenHint}
      </Text>
      <div className={classes.pair}>
        <NativeSelect
          {...bind('currency')}
          label={text.form.currency}
          value={values.currency}
          onChange={(event) => set('currency', event.currentTarget.value)}
          data={[{ value: '', label: text.form.anyCurrency }, ...currencyChoice(values.currency, locale)]}
        />
        <AmountField form={form} name="minAmount" label={text.form.min} />
        <AmountField form={form} name="maxAmount" label={text.form.max} />
      </div>
      <Checkbox.Group
        label={text.form.risks}
        value={values.riskLevels}
        onChange={(chosen) =>
          set(
            'riskLevels',
            RISK_LEVELS.filter((level) => chosen.includes(level)),
          )
        }
      >
        <Group gap="md" mt="xs">
          {RISK_LEVELS.map((level) => (
            <Checkbox key={level} value={level} label={labels.risk[level]} />
          ))}
        </Group>
      </Checkbox.Group>
      <Checkbox.Group
        label={text.form.brands}
        value={values.brands}
        onChange={(chosen) =>
          set(
            'brands',
            CARD_BRANDS.filter((brand) => chosen.includes(brand)),
          )
        }
      >
        <Group gap="md" mt="xs">
          {CARD_BRANDS.map((brand) => (
            <Checkbox key={brand} value={brand} label={labels.cardBrand[brand]} />
          ))}
        </Group>
      </Checkbox.Group>
      <div className={classes.pair}>
        <Textarea
          {...bind('descriptors')}
          label={text.form.descriptors}
          description={text.form.descriptorsHint}
          value={values.descriptors}
          onChange={(event) => set('descriptors', event.currentTarget.value)}
          rows={2}
          spellCheck={false}
          autoCapitalize="characters"
        />
        <Textarea
          {...bind('reasonCodes')}
          label={text.form.reasons}
          description={text.form.reasonsHint}
          value={values.reasonCodes}
          onChange={(event) => set('reasonCodes', event.currentTarget.value)}
          rows={2}
          spellCheck={false}
          autoCapitalize="none"
        />
      </div>
    </>
  );
}

/** An amount in the rule's currency; empty: none. */
export function AmountField({
  form: { values, set, bind, decimals },
  name,
  label,
}: {
  form: RuleFormState;
  name: 'minAmount' | 'maxAmount' | 'dailySum';
  label: string;
}) {
  const text = useRuleText();
  return (
    <TextInput
      {...bind(name)}
      label={label}
      value={values[name]}
      onChange={(event) => set(name, event.currentTarget.value)}
      {...(!(name === 'dailySum' && values.action === 'REFUND') && { placeholder: text.form.noLimit })}
      inputMode={decimals === 0 ? 'numeric' : 'decimal'}
      autoComplete="off"
      maxLength={18}
    />
  );
}
