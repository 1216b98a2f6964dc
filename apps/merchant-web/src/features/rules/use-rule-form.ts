import { faultText, isFieldFault } from '@forewarn/core/kernel/field-faults';
import { exponentOf } from '@forewarn/core/kernel/money';
import type { Rule } from '@forewarn/core/response-rules/model';
import { RuleCreate } from '@forewarn/core/response-rules/model';
import { type FormEvent, useState } from 'react';
import { useCurrentLocale } from '../../app/preferences/locale.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { focusFault } from '../../app/use-form.ts';
import { fieldOf, type RuleFaults, type RuleValues, ruleFaults, toRuleInput, valuesOf } from './rule-values.ts';
import { useRuleText } from './text.ts';
import { useCreateRule, useUpdateRule } from './use-rules.ts';

/** A new rule, or one to be changed. Faults show once it was tried to save, and go while they are put right. */
export function useRuleForm(rule: Rule | undefined, onDone: () => void) {
  const { errors } = useRuleText().form;
  const locale = useCurrentLocale();
  const problemOf = useProblemOf();
  const [values, setValues] = useState<RuleValues>(() => valuesOf(rule));
  const [tried, setTried] = useState(false);
  const [create, update] = [useCreateRule(), useUpdateRule()];
  const act = rule ? update : create;
  const problem = act.isError ? problemOf(act.error) : undefined;
  const refused: Partial<Record<keyof RuleValues, string>> = {};
  for (const [path, message] of Object.entries(problem?.fields ?? {})) {
    const name = fieldOf(path.split('.'));
    if (name) refused[name] ??= message;
  }
  const faults: RuleFaults = tried ? ruleFaults(values) : {};

  function errorOf(name: keyof RuleValues): string | undefined {
    const fault = faults[name];
    if (fault === undefined) return refused[name];
    return isFieldFault(fault) ? faultText(fault, locale) : errors[fault];
  }

  function set<K extends keyof RuleValues>(name: K, value: RuleValues[K]): void {
    setValues((known) => ({ ...known, [name]: value }));
    if (act.isError) act.reset();
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    const input = RuleCreate.safeParse(toRuleInput(values)).data;
    if (!input) focusFault(event.currentTarget);
    else if (rule) update.mutate({ id: rule.id, ...input }, { onSuccess: onDone });
    else create.mutate(input, { onSuccess: onDone });
  }

  const bind = (name: keyof RuleValues) => {
    const error = errorOf(name);
    return { name, ...(error !== undefined && { error }), 'aria-invalid': error !== undefined };
  };
  return {
    values,
    set,
    bind,
    onSubmit,
    busy: act.isPending,
    /** What belongs to no field. */
    problem: problem && Object.keys(refused).length === 0 ? problem : undefined,
    decimals: values.currency === '' ? 2 : exponentOf(values.currency),
  };
}
export type RuleFormState = ReturnType<typeof useRuleForm>;
