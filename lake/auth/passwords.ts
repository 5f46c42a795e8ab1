/** Loaded by the first password: most lakes never see one. */
const argon2 = async () => import('@node-rs/argon2')

/** OWASP's first recommendation for Argon2id: 19 MiB, two passes, one lane. */
const cost = {memoryCost: 19_456, timeCost: 2, parallelism: 1}

/** Length limits in characters: the lower one is a policy, the upper one bounds the work of a hostile request. */
export const passwordLength = {min: 10, max: 1024}

/** Hashes a password with Argon2id and a random salt into a PHC string. */
export const hashPassword = async (password: string): Promise<string> => (await argon2()).hash(password, cost)

/**
 * Whether the password fits the hash. Without a hash (no such account) the same work is done against a hash of nothing,
 * so that the time of the answer does not tell which accounts exist.
 */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  if (password.length > passwordLength.max) return false
  const {hash, verify} = await argon2()
  if (stored === undefined) {
    await hash(password, cost)
    return false
  }
  return verify(stored, password)
}
