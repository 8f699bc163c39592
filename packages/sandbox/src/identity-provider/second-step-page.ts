import { escape, page } from './page-frame.ts'
import { signInWords, signInWordsEn } from './sign-in-words.ts'

/** How an account proves itself after the first step: the code of an app, or a hardware key. */
export type SecondStep = 'code' | 'key'

interface SecondStepPage {
  readonly organization: string
  readonly step: SecondStep
  /** The address that the forms post to. */
  readonly action: string
  /** The code that the simulated app shows. */
  readonly code: string
  /** Whether the code was wrong. */
  readonly isRefused: boolean
  /** The application did not ask for a second step, so the person may leave it out. */
  readonly maySkip: boolean
  readonly language: string
}

/** The second step of staff. App and key are simulated, and the page says so. */
export const secondStepPage = (shown: SecondStepPage): string => {
  const { organization, step, action, code, isRefused, maySkip, language } = shown
  const t = signInWords[language] ?? signInWordsEn
  const error = isRefused ? `<p id="fault" class="fault" role="alert">${t.codeFault}</p>` : ''
  const described = isRefused ? ' aria-describedby="fault" aria-invalid="true"' : ''
  const input =
    step === 'code'
      ? `<label for="code">${t.code}</label>
<input id="code" name="code" inputmode="numeric" dir="ltr" autocomplete="one-time-code" required value="${isRefused ? '' : code}"${described}>`
      : ''
  return page(
    `${isRefused ? `${t.error}: ` : ''}${t.secondStep} - ${escape(organization)}`,
    `<p class="brand">${escape(organization)}</p>
<h1>${t.secondStep}</h1>
<p>${step === 'code' ? t.codeText.replace('{code}', `<bdi><strong>${code}</strong></bdi>`) : t.keyText}</p>
${error}
<form method="post" action="${escape(action)}" class="credentials">
${input}
<button type="submit" name="step" value="done">${step === 'code' ? t.goOnNow : t.touchKey}</button>
</form>
${
  maySkip
    ? `<form method="post" action="${escape(action)}" class="credentials">
<button type="submit" name="step" value="skip" class="quiet">${t.skip}</button>
</form>`
    : ''
}`,
    language,
  )
}
