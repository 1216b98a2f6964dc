import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../api.ts';

/** Merchants by the beginning of what is typed. `settled`: what was found belongs to the text as it stands now. */
export function useMerchantSearch(enabled: boolean) {
  const trpc = useTRPC();
  const [typed, setTyped] = useState<string>();
  const [keyword] = useDebouncedValue((typed ?? '').trim(), 250);
  const found = useQuery(
    trpc.admin.merchants.list.queryOptions(
      { ...(keyword !== '' && { keyword }), size: 20 },
      { enabled, placeholderData: keepPreviousData },
    ),
  );
  const settled = typed !== undefined && typed.trim() === keyword && !found.isPlaceholderData && !found.isPending;
  return { typed, setTyped, records: found.data?.records ?? [], settled, fetching: found.isFetching };
}
