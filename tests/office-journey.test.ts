import { join } from 'node:path'
import type { Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'

/* The homes of the office: each role, in each language, on a wide screen and on a narrow one, in light and dark. */

const journey = useDemo()

/** Pictures of each home are saved here, if it is set. */
const pictures = process.env['OFFICE_PICTURES']

const roles = {
  'front-desk': /Jo Marsh/,
  nurse: /Nia Brandt/,
  biller: /Sam Reyes/,
  'privacy-officer': /Robin Adler/,
  administrator: /Alex Winter/,
} as const
type Role = keyof typeof roles

/** A heading that only this role has, and the button that signs out. */
const words: Record<string, Record<Role, string> & { readonly signOut: string }> = {
  en: {
    'front-desk': 'Inbox',
    nurse: 'Inbox',
    biller: 'Claims',
    'privacy-officer': 'Who opened a record',
    administrator: 'Settings of the clinic',
    signOut: 'Sign out',
  },
  es: {
    'front-desk': 'Bandeja',
    nurse: 'Bandeja',
    biller: 'Mesa de reclamos',
    'privacy-officer': 'Quién abrió un expediente',
    administrator: 'Ajustes de la clínica',
    signOut: 'Salir',
  },
  ar: {
    'front-desk': 'صندوق الوارد',
    nurse: 'صندوق الوارد',
    biller: 'مكتب المطالبات',
    'privacy-officer': 'من فتح سجلًا',
    administrator: 'إعدادات العيادة',
    signOut: 'تسجيل الخروج',
  },
}

const loaded = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('.skeleton.tall, [aria-busy="true"]') === null)
}

const openHome = async (role: Role) => {
  const person = await openBrowserFor(journey.browser)
  await signIn(person.page, `${journey.demo.portalUrl}/desk`, roles[role])
  await loaded(person.page)
  return person
}

const chooseLanguage = async (page: Page, language: string): Promise<void> => {
  await page.goto(`${journey.demo.portalUrl}/language?to=${language}&back=/desk`)
  await page.locator(`html[lang="${language}"]`).waitFor()
  await loaded(page)
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('the home of', () => {
  it.each(Object.keys(roles) as Role[])(
    '%s follows the language, and fits a narrow screen in light and dark',
    async (role) => {
      const person = await openHome(role)
      onTestFailed(() => saveScreenshots(`office-${role}`, [person]))
      const { page, faults } = person
      for (const [language, said] of Object.entries(words)) {
        if (language !== 'en') await chooseLanguage(page, language)
        await page.getByRole('heading', { name: said[role] }).first().waitFor()
        await page.getByRole('button', { name: said.signOut, exact: true }).waitFor()
        for (const [mode, viewport, colorScheme] of [
          ['light', { width: 1280, height: 900 }, 'light'],
          ['dark', { width: 1280, height: 900 }, 'dark'],
          ['narrow', { width: 320, height: 740 }, 'light'],
        ] as const) {
          await page.setViewportSize(viewport)
          await page.emulateMedia({ colorScheme })
          expect(await overflow(page), `${role} in ${language}, ${mode}`).toBeLessThanOrEqual(0)
          if (pictures)
            await page.screenshot({ path: join(pictures, `${role}-${language}-${mode}.png`), fullPage: true })
        }
      }
      expect(faults).toEqual([])
    },
  )
})

it('the privacy officer finds a patient by a birth date as it is written in the language, and reads why a search failed', async () => {
  const person = await openHome('privacy-officer')
  const { page } = person
  onTestFailed(() => saveScreenshots('office-search', [person]))
  const field = page.locator('#office-patient')
  await page.route('**/v1/patients/search**', (route) => route.abort())
  await field.fill('Duarte')
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await page.getByText('The search did not work. What you typed is still here.').waitFor()
  expect(await field.inputValue()).toBe('Duarte')
  await page.unroute('**/v1/patients/search**')
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await page.getByRole('button', { name: /Ana Duarte/ }).waitFor()
  await field.fill('2/30/1968')
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await page.getByText('Date of birth: there is no 2/30/1968. Write the day as in 03/14/1968.').waitFor()
  expect(await field.inputValue()).toBe('2/30/1968')
  await field.fill('Mar 14 1968')
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await page.getByRole('button', { name: /Ana Duarte/ }).waitFor()
  await field.fill('03/14/1968')
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await page.getByRole('button', { name: /Ana Duarte/ }).click()
  await page.locator('visit-audit-log').waitFor()
})

it('an administrator shares a text macro and changes the address, and both are there after a reload', async () => {
  const person = await openHome('administrator')
  const { page, faults } = person
  onTestFailed(() => saveScreenshots('office-settings', [person]))
  await page.getByRole('button', { name: /^Shared text macros/ }).click()
  await page.getByRole('button', { name: 'Add a text macro' }).click()
  await page.getByLabel('Word').fill('harbor')
  await page.getByLabel('Text', { exact: true }).fill('Seen at the harbor clinic.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Seen at the harbor clinic.').waitFor()
  await page.getByRole('button', { name: 'All settings of the clinic' }).click()
  await page.getByRole('button', { name: /^Address/ }).click()
  await page.getByLabel('Line 1').fill('12 Harbor Street')
  await page.getByRole('button', { name: 'Save the address' }).click()
  await page.getByText('The address is saved.').waitFor({ state: 'attached' })
  await page.reload()
  await loaded(page)
  await page.getByRole('button', { name: /^Address/ }).click()
  await page.waitForFunction(() => {
    const settings = document.querySelector('visit-clinic-settings')
    return settings?.shadowRoot?.querySelector<HTMLInputElement>('#line-0')?.value === '12 Harbor Street'
  })
  await page.getByRole('heading', { name: 'Write-offs to approve' }).waitFor()
  expect(faults).toEqual([])
})
