import { z } from 'zod';

export const VIEWS_AT_MOST = 20;
export const VIEW_NAME_MAX = 40;

const Id = z.coerce.number<number | string>().int().positive();

/**
 * What a view keeps: the list's address, key by key (`risk: 'HIGH'`), columns and sorting included. The words are the page's own and
 * change with it, so only their form and size are checked here; the page reads what it still knows and leaves the rest.
 */
export const ViewSearch = z.record(
  z
    .string()
    .regex(/^[a-zA-Z]+$/)
    .max(20),
  z.string().max(300),
);
export type ViewSearch = z.output<typeof ViewSearch>;

export const AlertView = z.object({
  id: z.number().int(),
  name: z.string(),
  search: ViewSearch,
  /** The app opens with it. */
  isDefault: z.boolean(),
});
export type AlertView = z.output<typeof AlertView>;

/** In the order their owner gave them. */
export const AlertViews = z.object({ records: z.array(AlertView) });

const Name = z.string().trim().min(1).max(VIEW_NAME_MAX);
const Kept = ViewSearch.refine((search) => Object.keys(search).length <= 30);

/** A new view; or, under a name that is taken, what that view shows from now on. */
export const AlertViewSave = z.object({ name: Name, search: Kept });
export const AlertViewRename = z.object({ id: Id, name: Name });
export const AlertViewInput = z.object({ id: Id });

/** The views in their new order (one that isn't named comes last), and the one the app opens with. */
export const AlertViewArrange = z.object({ ids: z.array(Id).max(VIEWS_AT_MOST), defaultId: Id.nullable() });
