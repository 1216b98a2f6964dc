/** Words that name no merchant, whatever their order: what a statement would show could be anybody's. */
export const GENERIC_WORDS: ReadonlySet<string> = new Set([
  ...[
    'PAYMENT',
    'PAYMENTS',
    'PAY',
    'PAYING',
    'PURCHASE',
    'SALE',
    'SALES',
    'ORDER',
    'ORDERS',
    'CHARGE',
    'BILL',
    'BILLING',
  ],
  ...['STORE', 'STORES', 'SHOP', 'SHOPS', 'SHOPPING', 'MALL', 'MARKET', 'OUTLET', 'RETAIL', 'BOUTIQUE', 'EXPRESS'],
  ...[
    'ONLINE',
    'INTERNET',
    'WEB',
    'WEBSITE',
    'SITE',
    'WWW',
    'DIGITAL',
    'ECOMMERCE',
    'COM',
    'NET',
    'ORG',
    'APP',
    'APPS',
  ],
  ...['SERVICE', 'SERVICES', 'SUPPORT', 'SUBSCRIPTION', 'MEMBERSHIP', 'TRADE', 'TRADING', 'GLOBAL', 'INTERNATIONAL'],
  ...['COMPANY', 'CO', 'LTD', 'LIMITED', 'INC', 'LLC', 'CORP', 'GMBH', 'MERCHANT', 'TEST', 'THE', 'AND', 'OF', 'MY'],
]);

/** The same in Chinese, where words aren't parted by blanks; longer ones first. */
export const GENERIC_CHINESE = [
  ...[
    '有限责任公司',
    '股份有限公司',
    '有限公司',
    '电子商务',
    '在线支付',
    '网上商城',
    '网上商店',
    '官方旗舰店',
    '旗舰店',
  ],
  ...['专卖店', '贸易', '科技', '商城', '商店', '商家', '商户', '店铺', '网店', '超市', '支付', '付款', '收款', '消费'],
  ...['购物', '在线', '网上', '公司', '服务', '订单', '测试'],
];

/** Who takes payments for others and puts a name of its own in front; what follows tells whose payment it was. */
export const FACILITATORS: ReadonlySet<string> = new Set([
  ...['PAYPAL', 'PP', 'SQ', 'STRIPE', 'ALIPAY', 'WECHATPAY', 'WECHAT', 'WEIXIN', 'TENPAY', 'WPY', 'SP', 'SUMUP', 'TST'],
  ...['IZ', 'ZETTLE', 'KLARNA', 'ADYEN', 'PADDLE', 'FS', '2CO', 'AIRWALLEX', 'PAYONEER', 'PINGPONG', 'LIANLIAN'],
  ...['GOOGLE', 'AMZN', 'EB', 'CKO', 'MOLLIE', 'RAZORPAY'],
]);
