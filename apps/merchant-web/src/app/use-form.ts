import type { FieldFault } from '@forewarn/core/kernel/field-faults';
import { faultText, isFieldFault } from '@forewarn/core/kernel/field-faults';
import type { Problem } from '@forewarn/ui/feedback';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { useCurrentLocale } from './preferences/locale.ts';

interface FormOptions<S extends z.ZodType> {
  /** The server's own schema. */
  schema: S;
  /** What the server has found, by field. */
  problem: Problem | undefined;
  onValid: (value: z.output<S>) => void;
  /** What stands in no field. */
  extra?: Record<string, unknown>;
}

/**
 * A form whose fields are read when it is sent, not kept in state: what a password manager or autofill writes counts too. Faults are
 * shown in place, the first gets the focus, and a fault goes when its field is changed.
 */
export function useForm<S extends z.ZodType>({ schema, problem, onValid, extra }: FormOptions<S>) {
  const locale = useCurrentLocale();
  const [faults, setFaults] = useState<Record<string, FieldFault>>({});
  const form = useRef<HTMLFormElement>(null);
  /** Fields changed since the server refused them. */
  const [changed, setChanged] = useState<{ problem?: Problem | undefined; names: ReadonlySet<string> }>({
    names: new Set(),
  });
  const stale = changed.problem?.code === problem?.code ? changed.names : new Set<string>();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    form.current = event.currentTarget;
    const raw = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]),
    );
    const result = schema.safeParse({ ...raw, ...extra });
    const found: Record<string, FieldFault> = {};
    for (const { path, message } of result.error?.issues ?? []) {
      const name = String(path[0] ?? '');
      found[name] ??= faultOf(name, raw[name] ?? '', message);
    }
    setFaults(found);
    setChanged({ names: new Set() });
    if (result.success) onValid(result.data);
    else focusFault(event.currentTarget);
  }

  const errorOf = (name: string) => {
    const fault = faults[name];
    if (fault) return faultText(fault, locale);
    return stale.has(name) ? undefined : problem?.fields[name];
  };
  /** What the server refused gets the focus like what the schema did. */
  const refused = problem && Object.keys(problem.fields).length > 0 ? (problem.requestId ?? problem.code) : undefined;
  useEffect(() => {
    if (refused && form.current) focusFault(form.current);
  }, [refused]);

  const bind = (name: string) => ({
    name,
    error: errorOf(name),
    'aria-invalid': errorOf(name) !== undefined,
    onChange: () => {
      setFaults(({ [name]: _, ...rest }) => rest);
      setChanged({ problem, names: new Set([...stale, name]) });
    },
  });
  return { onSubmit, bind };
}

function faultOf(name: string, value: string, message: string): FieldFault {
  if (value.trim() === '') return 'REQUIRED';
  if (isFieldFault(message)) return message;
  return name === 'email' ? 'EMAIL_FORM' : 'LENGTH';
}

export function focusFault(form: HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
