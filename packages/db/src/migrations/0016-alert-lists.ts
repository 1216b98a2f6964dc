import { type Kysely, sql } from 'kysely';

const BRANDS = "'VISA','MASTERCARD','AMEX','UNIONPAY','JCB','DISCOVER','DINERS','OTHER'";

/** Brands of the alerts that are here already, by the networks' published ranges; newer ones are told apart where they are read. */
const BRAND_OF_BIN = `CASE
  WHEN card_bin IS NULL OR card_bin NOT REGEXP '^[0-9]{4}' THEN NULL
  WHEN card_bin LIKE '4%' THEN 'VISA'
  WHEN LEFT(card_bin, 2) BETWEEN '51' AND '55' OR LEFT(card_bin, 4) BETWEEN '2221' AND '2720' THEN 'MASTERCARD'
  WHEN LEFT(card_bin, 2) IN ('34', '37') THEN 'AMEX'
  WHEN LEFT(card_bin, 4) BETWEEN '3528' AND '3589' THEN 'JCB'
  WHEN LEFT(card_bin, 2) IN ('36', '38', '39') OR LEFT(card_bin, 3) BETWEEN '300' AND '305' THEN 'DINERS'
  WHEN LEFT(card_bin, 4) = '6011' OR LEFT(card_bin, 2) = '65' OR LEFT(card_bin, 3) BETWEEN '644' AND '649' THEN 'DISCOVER'
  WHEN LEFT(card_bin, 2) IN ('62', '81') THEN 'UNIONPAY'
  ELSE 'OTHER' END`;

/** Roughly how many units of a currency make one US dollar, to one digit; what isn't listed counts as one. */
const UNITS: Record<string, string[]> = {
  '0.3': ['KWD'],
  '0.4': ['BHD', 'OMR'],
  '3': ['GEL', 'TND'],
  '4': ['AED', 'ILS', 'MYR', 'PEN', 'PLN', 'QAR', 'SAR'],
  '5': ['BRL', 'RON'],
  '7': ['BOB', 'CNY', 'DKK', 'TTD'],
  '8': ['GTQ', 'HKD', 'MOP'],
  '10': ['BWP', 'GHS', 'MAD', 'NOK', 'SEK', 'TJS'],
  '20': ['CZK', 'HNL', 'MDL', 'MXN', 'ZAR'],
  '30': ['THB', 'TWD', 'ZMW'],
  '40': ['NIO', 'TRY', 'UAH', 'UYU'],
  '60': ['DOP', 'EGP', 'MKD', 'MUR', 'PHP'],
  '90': ['AFN', 'ALL', 'INR', 'KGS', 'RUB'],
  '100': ['BDT', 'DZD', 'ETB', 'ISK', 'JPY', 'KES', 'NPR', 'RSD', 'VUV', 'XPF'],
  '200': ['DJF', 'JMD', 'YER'],
  '300': ['HUF', 'LKR', 'PKR'],
  '500': ['AMD', 'CRC', 'KMF', 'KZT', 'XAF', 'XOF'],
  '1000': ['AOA', 'ARS', 'CLP', 'IQD', 'KRW', 'RWF'],
  '2000': ['MMK', 'NGN'],
  '3000': ['BIF', 'COP', 'KHR', 'MNT', 'TZS', 'UGX'],
  '8000': ['GNF', 'PYG'],
  '10000': ['UZS'],
  '20000': ['IDR', 'LAK', 'VND'],
  '50000': ['IRR', 'LBP'],
};
const UNIT = `CASE ${Object.entries(UNITS)
  .map(([unit, codes]) => `WHEN currency IN (${codes.map((code) => `'${code}'`).join(',')}) THEN ${unit}`)
  .join(' ')} ELSE 1 END`;

/** Two hours nearer for each tenfold of the amount above 10 US dollars, at most eight: docs/decisions/0050. */
const URGENCY = `deadline - INTERVAL ROUND(120 * (LOG10(LEAST(GREATEST(amount / ${UNIT}, 10), 100000)) - 1)) MINUTE`;

/** What lists filter by, in one number; read by `facets.ts` of the alerts. */
const FACETS = `FIELD(card_brand, ${BRANDS})
  + 16 * FIELD(risk_level, 'LOW', 'MEDIUM', 'HIGH')
  + 64 * (FIELD(feedback_status, 'NONE', 'QUEUED', 'PENDING_RETRY', 'SENT', 'ACCEPTED', 'REJECTED', 'EXPIRED') - 1)
  + 512 * (FIELD(process_status, 'PENDING', 'PROCESSED', 'IGNORED') - 1)
  + 2048 * (FIELD(program, 'ETHOCA', 'RDR') - 1)
  + 4096 * (FIELD(match_status, 'MATCHED', 'UNMATCHED', 'MULTIPLE') - 1)
  + 16384 * (CASE WHEN hold_reason IS NULL THEN 0 ELSE 1 END)`;

const UP = [
  `ALTER TABLE chargeback_alerts
    ADD COLUMN card_brand ENUM(${BRANDS}) NULL AFTER card_bin,
    ADD COLUMN order_id VARCHAR(100) NULL AFTER merchant_order_id,
    ADD COLUMN assigned_to BIGINT NULL AFTER hold_reason`,
  `UPDATE chargeback_alerts SET card_brand = ${BRAND_OF_BIN}, order_id = merchant_order_id`,
  `ALTER TABLE chargeback_alerts
    ADD COLUMN urgency_time DATETIME(3) AS (${URGENCY}) STORED,
    ADD COLUMN facets SMALLINT UNSIGNED AS (${FACETS}) STORED,
    DROP KEY idx_merchant_risk,
    DROP KEY idx_merchant_status,
    DROP KEY idx_merchant_program,
    DROP KEY idx_merchant_deadline,
    DROP KEY idx_merchant_amount,
    DROP KEY idx_merchant_time,
    DROP KEY idx_alert_time,
    DROP KEY idx_deadline,
    DROP KEY idx_amount,
    DROP KEY idx_risk,
    ADD KEY idx_merchant_time (merchant_id, alert_time, id, hold_reason, facets),
    ADD KEY idx_merchant_facets_deadline (merchant_id, facets, deadline, id, hold_reason),
    ADD KEY idx_merchant_amount (merchant_id, amount, id, hold_reason, facets),
    ADD KEY idx_merchant_facets_time (merchant_id, facets, alert_time, id, hold_reason),
    ADD KEY idx_merchant_facets_urgency (merchant_id, facets, urgency_time, id, hold_reason),
    ADD KEY idx_merchant_risk (merchant_id, risk_rank, alert_time, id, hold_reason, facets),
    ADD KEY idx_merchant_facets_amount (merchant_id, facets, amount, id, hold_reason),
    ADD KEY idx_merchant_currency (merchant_id, currency, amount, id, hold_reason, facets),
    ADD KEY idx_merchant_alert (merchant_id, alert_id),
    ADD KEY idx_merchant_transaction (merchant_id, transaction_id),
    ADD KEY idx_merchant_order (merchant_id, order_id),
    ADD KEY idx_assigned (assigned_to, alert_time, id),
    ADD KEY idx_alert_time (alert_time, id, facets),
    ADD KEY idx_facets_deadline (facets, deadline, id),
    ADD KEY idx_amount (amount, id, facets),
    ADD KEY idx_facets_urgency (facets, urgency_time, id),
    ADD KEY idx_risk (risk_rank, alert_time, id, facets),
    ADD KEY idx_facets_time (facets, alert_time, id),
    ADD KEY idx_facets_amount (facets, amount, id),
    ADD KEY idx_currency (currency, amount, id, facets),
    ADD KEY idx_descriptor (descriptor, alert_time, id),
    ADD KEY idx_order (order_id)`,
];

const DOWN = [
  `ALTER TABLE chargeback_alerts
    DROP KEY idx_merchant_facets_time,
    DROP KEY idx_merchant_facets_urgency,
    DROP KEY idx_merchant_risk,
    DROP KEY idx_risk,
    DROP KEY idx_merchant_facets_amount,
    DROP KEY idx_merchant_currency,
    DROP KEY idx_merchant_alert,
    DROP KEY idx_merchant_transaction,
    DROP KEY idx_merchant_order,
    DROP KEY idx_assigned,
    DROP KEY idx_facets_urgency,
    DROP KEY idx_facets_time,
    DROP KEY idx_facets_amount,
    DROP KEY idx_currency,
    DROP KEY idx_descriptor,
    DROP KEY idx_order,
    DROP KEY idx_merchant_time,
    DROP KEY idx_merchant_facets_deadline,
    DROP KEY idx_merchant_amount,
    DROP KEY idx_alert_time,
    DROP KEY idx_facets_deadline,
    DROP KEY idx_amount,
    ADD KEY idx_merchant_time (merchant_id, alert_time, id, hold_reason),
    ADD KEY idx_merchant_deadline (merchant_id, deadline, id, hold_reason),
    ADD KEY idx_merchant_amount (merchant_id, amount, id, hold_reason),
    ADD KEY idx_merchant_risk (merchant_id, risk_rank, alert_time, id, hold_reason),
    ADD KEY idx_merchant_status (merchant_id, process_status, alert_time, id, hold_reason),
    ADD KEY idx_merchant_program (merchant_id, program, alert_time, id, hold_reason),
    ADD KEY idx_alert_time (alert_time, id),
    ADD KEY idx_deadline (deadline, id),
    ADD KEY idx_amount (amount, id),
    ADD KEY idx_risk (risk_rank, alert_time, id)`,
  `ALTER TABLE chargeback_alerts
    DROP COLUMN urgency_time, DROP COLUMN facets, DROP COLUMN card_brand, DROP COLUMN order_id, DROP COLUMN assigned_to`,
];

/**
 * Lists of a million alerts: what they filter by in one generated number, in front of each sort; the brand, the order number for the search,
 * the colleague who takes care, and how urgent an answer is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of UP) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of DOWN) await sql.raw(statement).execute(db);
}
