/** Streams of a body as a whole, and of one record of a body. */
const OF_BODY = /^(?:body|directions|annual-participation|calendar)-([^/]+)$/;
const OF_RECORD = /^(?:meeting|action|report|participation|plan|duty)-([^/]+)\/[^/]+$/;

/**
 * The body a stream belongs to, told by its name: `body-<body>`, `directions-<body>`, `meeting-<body>/<meeting>`, `plan-<body>/<plan>` and the
 * like. `null` for what belongs to no body: people, organisations, principals, reminders.
 */
export function bodyOfStream(stream: string): string | null {
  return (OF_BODY.exec(stream) ?? OF_RECORD.exec(stream))?.[1] ?? null;
}

/** What a live feed is about. */
export interface Feed {
  readonly bodyId: string;
  /** One meeting of the body; everything of the body where it is left out. */
  readonly meeting?: string;
}

export const belongsTo = (stream: string, { bodyId, meeting }: Feed): boolean =>
  meeting === undefined ? bodyOfStream(stream) === bodyId : stream === `meeting-${bodyId}/${meeting}`;
