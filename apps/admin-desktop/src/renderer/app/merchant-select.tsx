import { MerchantStatusBadge } from '@forewarn/ui/data';
import { CloseButton, Combobox, Group, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Ref, useState } from 'react';
import { useTRPC } from '../api.ts';
import { useAppText } from './text.ts';

interface MerchantSelectProps {
  value: number | undefined;
  onChange: (merchantId: number | undefined) => void;
  /** A name for the chosen one before it has been read. */
  name?: string | undefined;
  label?: string;
  placeholder?: string;
  error?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
  size?: 'xs' | 'sm';
  w?: number | string;
}

/** Finds a merchant by the beginning of its name, e-mail or phone. */
export function MerchantSelect({
  value,
  onChange,
  name,
  label,
  placeholder,
  error,
  inputRef,
  size = 'sm',
  w,
}: MerchantSelectProps) {
  const t = useAppText().merchant;
  const trpc = useTRPC();
  const [typed, setTyped] = useState<string>();
  const [keyword] = useDebouncedValue((typed ?? '').trim(), 250);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = useQuery(
    trpc.admin.merchants.list.queryOptions(
      { ...(keyword !== '' && { keyword }), size: 20 },
      { enabled: combobox.dropdownOpened, placeholderData: keepPreviousData },
    ),
  );
  const chosen = useQuery(
    trpc.admin.merchants.get.queryOptions({ id: value ?? 0 }, { enabled: value !== undefined, staleTime: 60_000 }),
  );
  const shown = typed ?? (value === undefined ? '' : (chosen.data?.companyName ?? name ?? `#${value}`));
  const records = found.data?.records ?? [];
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(option) => {
        onChange(Number(option));
        setTyped(undefined);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          ref={inputRef}
          label={label}
          aria-label={label ?? t.label}
          placeholder={placeholder ?? t.placeholder}
          value={shown}
          error={error}
          size={size}
          w={w}
          rightSection={
            found.isFetching ? (
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
            combobox.closeDropdown();
          }}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
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
          {records.length === 0 && <Combobox.Empty>{found.isPending ? t.searching : t.nothing}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
