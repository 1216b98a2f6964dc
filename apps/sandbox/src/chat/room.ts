export const CHAT_VENDORS = ['wecom', 'dingtalk', 'feishu', 'slack'] as const;
export type ChatVendor = (typeof CHAT_VENDORS)[number];

export interface Robot {
  vendor: ChatVendor;
  token: string;
  /** Only what is signed with it is taken (钉钉 加签, 飞书 签名校验). */
  secret?: string | undefined;
  /** Only what contains it is taken (自定义关键词). */
  keyword?: string | undefined;
}

export interface ChatPost {
  id: number;
  at: string;
  vendor: ChatVendor;
  token: string;
  /** What people in the group see, as one text. */
  text: string;
  body: unknown;
  /** The vendor's code or word: `0`, `310000`, `ok`, `no_service`. */
  answer: string;
  /** It stands in the group. */
  shown: boolean;
}

/** All chat groups with a robot in them. A token that nobody has described belongs to a robot without secret and keyword. */
export class ChatRoom {
  readonly posts: ChatPost[] = [];
  #robots = new Map<string, Robot>();
  #lastId = 0;

  describe(robot: Robot): void {
    this.#robots.set(`${robot.vendor}:${robot.token}`, robot);
  }

  /** Tokens that begin with `gone` belong to nobody: the robot was removed. */
  robot(vendor: ChatVendor, token: string): Robot | undefined {
    if (token === '' || /^gone/i.test(token)) return undefined;
    return this.#robots.get(`${vendor}:${token}`) ?? { vendor, token };
  }

  add(post: Omit<ChatPost, 'id'>): ChatPost {
    const kept = { id: ++this.#lastId, ...post };
    this.posts.push(kept);
    return kept;
  }

  /** How many posts the robot got through since then. */
  countSince(vendor: ChatVendor, token: string, since: number): number {
    return this.posts.filter(
      (post) => post.shown && post.vendor === vendor && post.token === token && Date.parse(post.at) > since,
    ).length;
  }

  find({ vendor, token }: { vendor?: string | undefined; token?: string | undefined }): ChatPost[] {
    return this.posts.filter((post) => (!vendor || post.vendor === vendor) && (!token || post.token === token));
  }
}
