import {BadRequestError, ConflictError, NotFoundError} from '../errors.ts'
import type {Account, AccountsData} from './accounts.ts'
import {hashPassword, passwordLength} from './passwords.ts'
import {createSecret, hashSecret} from './secrets.ts'
import type {Role} from './user.ts'

export interface Stamp {
  id: string
  now: Date
}

const same = (login: string) => (account: {login: string}) => account.login.toLowerCase() === login.toLowerCase()

/** The data with one account more. Throws a ConflictError for a taken name, a BadRequestError for a bad name or password. */
export async function addAccount(
  data: AccountsData,
  entry: {login: string; name: string; email: string; role: Role; password: string},
  {id, now}: Stamp,
): Promise<AccountsData> {
  const {password, ...account} = entry
  if (!/^[\p{L}\p{N}._@+-]{1,100}$/u.test(account.login)) {
    throw new BadRequestError('A sign-in name has 1 to 100 letters, digits and . _ @ + -')
  }
  checkPasswordLength(password)
  if (data.accounts.some(same(account.login))) throw new ConflictError(`The account ${account.login} exists already`)
  const passwordHash = await hashPassword(password)
  return {...data, accounts: [...data.accounts, {id, ...account, passwordHash, createdAt: now.toISOString()}]}
}

function checkPasswordLength(password: string): void {
  if (password.length < passwordLength.min || password.length > passwordLength.max) {
    throw new BadRequestError(`A password has ${passwordLength.min} to ${passwordLength.max} characters`)
  }
}

/** The data with another password for an account, which signs it out everywhere. Throws a NotFoundError or a BadRequestError. */
export async function changePassword(data: AccountsData, login: string, password: string): Promise<AccountsData> {
  checkPasswordLength(password)
  const passwordHash = await hashPassword(password)
  return signOut(
    edit(data, login, (account) => ({...account, passwordHash})),
    login,
  )
}

/** The data with another role for an account, whose sessions have it from their next request on. Throws a NotFoundError. */
export function changeRole(data: AccountsData, login: string, role: Role): AccountsData {
  return edit(data, login, (account) => ({...account, role}))
}

/** The data with an account whose sessions so far are over. Throws a NotFoundError. */
export function signOut(data: AccountsData, login: string): AccountsData {
  return edit(data, login, (account) => ({...account, signOuts: (account.signOuts ?? 0) + 1}))
}

function edit(data: AccountsData, login: string, change: (account: Account) => Account): AccountsData {
  if (!data.accounts.some(same(login))) throw new NotFoundError(`No account named ${login}`)
  return {...data, accounts: data.accounts.map((account) => (same(login)(account) ? change(account) : account))}
}

/** The data without an account. Throws a NotFoundError. */
export function removeAccount(data: AccountsData, login: string): AccountsData {
  if (!data.accounts.some(same(login))) throw new NotFoundError(`No account named ${login}`)
  return {...data, accounts: data.accounts.filter((account) => !same(login)(account))}
}

/** The data with one token more, and the token itself, which is nowhere kept. */
export function addToken(
  data: AccountsData,
  {label, role}: {label: string; role: Role},
  {id, now}: Stamp,
): {data: AccountsData; secret: string} {
  const secret = createSecret('sk')
  const token = {id, label, role, hash: hashSecret(secret), createdAt: now.toISOString()}
  return {data: {...data, tokens: [...data.tokens, token]}, secret}
}

/** The data without a token. Throws a NotFoundError. */
export function removeToken(data: AccountsData, id: string): AccountsData {
  if (!data.tokens.some((token) => token.id === id)) throw new NotFoundError(`No token with the id ${id}`)
  return {...data, tokens: data.tokens.filter((token) => token.id !== id)}
}
