import {createHash, randomBytes} from 'node:crypto'

/** A new unguessable secret: 256 bits, in characters that are safe in headers, cookies and URLs. */
export const createSecret = (prefix = ''): string => prefix + randomBytes(32).toString('base64url')

/**
 * What is stored instead of a secret. The secrets have 256 random bits, so one round of SHA-256 is enough, and looking the
 * hash up needs no comparison in constant time. Passwords are something else: see `passwords.ts`.
 */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
