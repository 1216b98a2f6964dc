import { faultText } from '@forewarn/core/kernel/field-faults';
import type { NotificationSettings } from '@forewarn/core/notifications/model';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { queryClient, trpc } from '../../api.ts';
import { useCurrentLocale } from '../../app/preferences/locale.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { focusFault } from '../../app/use-form.ts';
import { faultsOf, type SettingsValues, toUpdate, valuesOf } from './settings-values.ts';

/** The form's values, what is wrong with them, and saving; faults show once somebody has tried to save. */
export function useSettingsForm(settings: NotificationSettings) {
  const locale = useCurrentLocale();
  const problemOf = useProblemOf();
  const [values, setValues] = useState(() => valuesOf(settings));
  const [tried, setTried] = useState(false);
  const save = useMutation(
    trpc.notifications.updateSettings.mutationOptions({
      onSuccess: (data) => {
        queryClient.setQueryData(trpc.notifications.settings.queryKey({}), data);
        setValues(valuesOf(data));
        setTried(false);
      },
    }),
  );
  const problem = save.isError ? problemOf(save.error) : undefined;
  const faults = tried ? faultsOf(values, settings.version) : {};

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget;
    if (Object.keys(faultsOf(values, settings.version)).length > 0) focusFault(form);
    else save.mutate(toUpdate(values, settings.version));
  }

  return {
    values,
    change: (part: Partial<SettingsValues>) => {
      setValues((before) => ({ ...before, ...part }));
      if (save.isSuccess || save.isError) save.reset();
    },
    errorOf: (path: string) => {
      const fault = faults[path];
      return fault ? faultText(fault, locale) : problem?.fields[path];
    },
    onSubmit,
    save,
    problem,
    dirty:
      JSON.stringify(toUpdate(values, settings.version)) !==
      JSON.stringify(toUpdate(valuesOf(settings), settings.version)),
  };
}
export type SettingsForm = ReturnType<typeof useSettingsForm>;
