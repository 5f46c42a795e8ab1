const texts = {
  ko: {
    provider: '이 서버의 계정',
    title: '로그인',
    login: '이름',
    password: '비밀번호',
    submit: '로그인',
    wrong: '이름이나 비밀번호가 맞지 않습니다.',
    tooMany: '시도가 너무 많습니다. 잠시 후 다시 해 보세요.',
  },
  en: {
    provider: 'Local account',
    title: 'Sign in',
    login: 'Name',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'The name or the password is wrong.',
    tooMany: 'Too many attempts. Wait a while and try again.',
  },
} as const

/** What the Studio calls this way to sign in. */
export function providerTitle(acceptLanguage: string | null): string {
  return texts[languageOf(acceptLanguage)].provider
}

/** The form of `/auth/login/local`: plain HTML without scripts, in Korean when the browser prefers it. */
export function loginPage(acceptLanguage: string | null, problem?: 'wrong' | 'tooMany'): string {
  const language = languageOf(acceptLanguage)
  const text = texts[language]
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title}</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; display: grid; place-items: center; min-height: 100vh; margin: 0 }
  form { display: grid; gap: 1rem; width: min(20rem, 90vw) }
  label { display: grid; gap: .25rem }
  input, button { font: inherit; padding: .5rem }
  [role=alert] { color: #b00020 }
</style>
<form method="post">
  <h1>${text.title}</h1>
  ${problem === undefined ? '' : `<p role="alert">${text[problem]}</p>`}
  <label>${text.login} <input name="login" autocomplete="username" required autofocus></label>
  <label>${text.password} <input name="password" type="password" autocomplete="current-password" required></label>
  <button>${text.submit}</button>
</form>
</html>
`
}

function languageOf(acceptLanguage: string | null): keyof typeof texts {
  return /^\s*ko\b/i.test(acceptLanguage ?? '') ? 'ko' : 'en'
}
