import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../../../scripts/find-browser.ts'
import { startIdentityProvider, type IdentityProvider } from './start-identity-provider.ts'

let provider: IdentityProvider
let browser: Browser
let page: Page
let axe: string

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  provider = await startIdentityProvider({
    port: 0,
    accounts: [
      { sub: 'patient-1', username: 'poppy.sample', name: 'Poppy Sample', hint: 'Patient with a visit today' },
      { sub: 'doctor-1', username: 'dr.demo', name: 'Dr. Dora Demo', hint: 'Family physician' },
    ],
    clients: [{ clientId: 'portal', name: 'Lakeside portal', redirectUris: ['http://127.0.0.1:9/signed-in'] }],
  })
  browser = await chromium.launch({ executablePath: await findBrowser() })
  page = await browser.newPage({ bypassCSP: true })
  const query = new URLSearchParams({
    client_id: 'portal',
    response_type: 'code',
    redirect_uri: 'http://127.0.0.1:9/signed-in',
    scope: 'openid',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  })
  await page.goto(`${provider.issuer}/auth?${query}`)
})
afterAll(async () => {
  await browser?.close()
  await provider?.stop()
})

const violations = async (): Promise<string[]> => {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
    return (await run.run()).violations.map(({ id }) => id)
  })
}

test('the page passes axe, before and after a mistake, and shows the mistake where the person is', async () => {
  expect(await violations()).toEqual([])
  await page.getByLabel('Username').fill('poppy.sample')
  await page.getByLabel('Passcode').fill('wrong')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  expect(await page.title()).toBe('Error: Sign in - Lakeside Health')
  expect(await page.getByLabel('Username').inputValue()).toBe('poppy.sample')
  expect(await violations()).toEqual([])
})

test('a demonstration account is one key press away', async () => {
  const arrived = page.waitForRequest((request) => request.url().startsWith('http://127.0.0.1:9/signed-in?code='))
  await page.getByRole('button', { name: 'Dr. Dora Demo' }).focus()
  await page.keyboard.press('Enter')
  await arrived
})
