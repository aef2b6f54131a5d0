/** The subject under whose key a follower's address is sealed. */
export const subjectOf = (login: string): string => `principal-${login}`;
