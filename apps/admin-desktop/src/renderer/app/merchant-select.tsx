import { MerchantStatusBadge } from '@forewarn/ui/data';
import { CloseButton, Combobox, Group, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type Ref, useEffect, useEffectEvent, useState } from 'react';
import { useTRPC } from '../api.ts';
import { useAppText } from './text.ts';
import { useMerchantSearch } from './use-merchant-search.ts';

interface MerchantSelectProps {
  value: number | undefined;
  onChange: (merchantId: number | undefined) => void;
  label?: string;
  placeholder?: string;
  error?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
  w?: number | string;
}

/** Finds a merchant by the beginning of its name, e-mail or phone. */
export function MerchantSelect({ value, onChange, label, placeholder, error, inputRef, w }: MerchantSelectProps) {
  const t = useAppText().merchant;
  const trpc = useTRPC();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { typed, setTyped, records, settled, fetching } = useMerchantSearch(combobox.dropdownOpened);
  const [enterWaits, setEnterWaits] = useState(false);
  const chosen = useQuery(
    trpc.admin.merchants.get.queryOptions({ id: value ?? 0 }, { enabled: value !== undefined, staleTime: 60_000 }),
  );
  const shown = typed ?? (value === undefined ? '' : (chosen.data?.companyName ?? `#${value}`));

  const choose = (merchantId: number) => {
    onChange(merchantId);
    setTyped(undefined);
    combobox.closeDropdown();
  };
  const onSettled = useEffectEvent(() => {
    const [first, second] = records;
    if (enterWaits && first && !second) choose(first.id);
    else if (first && typed) combobox.selectFirstOption();
    setEnterWaits(false);
  });
  useEffect(() => {
    if (settled) onSettled();
  }, [settled]);
  // Only what was found for the text as it stands may be taken: an Enter pressed before waits, and never sends the form around it.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || typed === undefined) return;
    event.preventDefault();
    if (!settled) setEnterWaits(true);
  };

  return (
    <Combobox store={combobox} onOptionSubmit={(option) => choose(Number(option))}>
      <Combobox.Target>
        <TextInput
          ref={inputRef}
          label={label}
          aria-label={label ?? t.label}
          placeholder={placeholder ?? t.placeholder}
          value={shown}
          error={error}
          w={w}
          rightSection={
            fetching ? (
              <Loader size={14} />
            ) : value !== undefined ? (
              <CloseButton size="sm" aria-label={t.clear} onClick={() => onChange(undefined)} />
            ) : undefined
          }
          onFocus={(event) => {
            event.currentTarget.select();
            combobox.openDropdown();
          }}
          onBlur={() => {
            setTyped(undefined);
            setEnterWaits(false);
            combobox.closeDropdown();
          }}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.resetSelectedOption();
            combobox.openDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {records.map((merchant) => (
            <Combobox.Option key={merchant.id} value={String(merchant.id)} active={merchant.id === value}>
              <Group justify="space-between" wrap="nowrap" gap="sm">
                <div style={{ minWidth: 0 }}>
                  <Text size="sm" truncate>
                    {merchant.companyName}
                  </Text>
                  <Text size="xs" c="dimmed" truncate>
                    {merchant.email}
                  </Text>
                </div>
                <MerchantStatusBadge value={merchant.status} />
              </Group>
            </Combobox.Option>
          ))}
          {records.length === 0 && <Combobox.Empty>{fetching ? t.searching : t.nothing}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
