/** Under whose key the address somebody gave is sealed. */
export const subjectOf = (login: string): string => `principal-${login}`;
