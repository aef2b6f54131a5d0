/**
 * The body a stream belongs to, told by its name: `body-<body>`, `meeting-<body>/<meeting>`, `action-<body>/<action>`.
 * `null` for what belongs to no body: people, organisations, principals.
 */
export function bodyOfStream(stream: string): string | null {
  const match = /^(?:body-([^/]+)|(?:meeting|action)-([^/]+)\/[^/]+)$/.exec(stream);
  return match ? (match[1] ?? match[2] ?? null) : null;
}

/** What a live feed is about. */
export interface Feed {
  readonly bodyId: string;
  /** One meeting of the body; everything of the body where it is left out. */
  readonly meeting?: string;
}

export const belongsTo = (stream: string, { bodyId, meeting }: Feed): boolean =>
  meeting === undefined ? bodyOfStream(stream) === bodyId : stream === `meeting-${bodyId}/${meeting}`;
