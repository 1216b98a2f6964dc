import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { useMay } from '../../app/use-session.ts';
import type { AlertSearch } from './search.ts';

/** Who may be in charge of alerts: the people of the merchant that is filtered by. Over all merchants there is nobody to choose among. */
export function useMerchantPeople({ merchantId }: Pick<AlertSearch, 'merchantId'>) {
  const trpc = useTRPC();
  const may = useMay('merchant:view');
  const merchant = useQuery(
    trpc.admin.merchants.get.queryOptions(
      { id: merchantId ?? 0 },
      { enabled: may && merchantId !== undefined, staleTime: 60_000 },
    ),
  );
  const people = merchantId === undefined ? [] : (merchant.data?.users ?? []);
  return {
    people,
    nameOf: (id: number | undefined) => people.find((person) => person.id === id)?.name ?? `#${id}`,
  };
}
