/** Text as a property of a calendar has it (RFC 5545 section 3.3.11), where the library writes what it is given as it is. */
export const calendarText = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n]/g, '\\n');
