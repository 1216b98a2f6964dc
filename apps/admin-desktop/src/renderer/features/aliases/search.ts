import { lenient, SearchId, SearchPage, SearchSize, SearchText } from '../../app/search.ts';

export const AliasSearch = lenient({
  keyword: SearchText,
  merchantId: SearchId,
  page: SearchPage,
  size: SearchSize,
});
export type AliasSearch = ReturnType<typeof AliasSearch>;
