/**
 * The dots beside a word, which `match` leaves out: what groq-js writes as `(\b\.+|\.+\b)`. There each dot of a row looks at all that follow it,
 * for a minute in a row of two hundred thousand; here only the first one does. What it matches is to be replaced by nothing.
 */
export const edgeDots = /(?<=\w)\.+|(?<!\.)\.+(?=\w)/g
