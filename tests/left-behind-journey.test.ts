import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { asPatient, toNewMessage, words } from './bad-days.testing.ts'
import { useDemo } from './use-demo.ts'

/* What a shared computer shows the next person: nothing of the patient, in the page, in the browser's storage, and behind "back". */

const journey = useDemo()

/** What the patient wrote, and who they are. */
const planted = [words, 'My cough', 'Duarte', 'ana.duarte@mail.example']

/** All text that a person with this browser can find: the page with its shadow roots and fields, every storage, and the history. */
const everything = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const found: string[] = [document.documentElement.outerHTML, document.title, location.href, window.name]
    const readTree = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement & { value?: unknown }>('*')) {
        if (typeof element.value === 'string') found.push(element.value)
        if (!element.shadowRoot) continue
        found.push(element.shadowRoot.innerHTML)
        readTree(element.shadowRoot)
      }
    }
    readTree(document)
    found.push(JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state]))
    const answered = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('unread')))
      })
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answered(indexedDB.open(name))
      for (const store of database.objectStoreNames)
        found.push(JSON.stringify(await answered(database.transaction(store).objectStore(store).getAll())))
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys())
        found.push(request.url, (await (await cache.match(request))?.text()) ?? '')
    }
    return found.join('\n')
  })

const foundIn = async (page: Page): Promise<string[]> => {
  const all = await everything(page)
  return planted.filter((word) => all.includes(word))
}

const withMessage = async (name: string) => {
  const person = await asPatient(journey, `left-behind-${name}`)
  const messages = await toNewMessage(person.page)
  await messages.getByRole('button', { name: 'Send' }).click()
  await messages.getByText(words).waitFor()
  // The search finds what is there.
  expect(await foundIn(person.page)).toContain(words)
  return person
}

it('after signing out, the browser has nothing of the patient, and "back" shows nothing', async () => {
  const { page, context } = await withMessage('sign-out')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL(`${journey.demo.portalUrl}/`)
  expect(await foundIn(page)).toEqual([])
  for (let pages = 0; pages < 2; pages++) {
    await page.goBack()
    await page.waitForLoadState()
    expect(await foundIn(page)).toEqual([])
  }
  await context.close()
})

it('after the end of the session without a connection, the page that stays open has nothing of the patient', async () => {
  const { page, context } = await withMessage('offline')
  await page.clock.install()
  await page.reload()
  const thread = page.locator('visit-messages').getByRole('button', { name: /My cough/ })
  await thread.first().click()
  await page.locator('visit-messages').getByText(words).first().waitFor()
  // The page would leave for the portal's own, which is out of reach.
  await context.route('**/sign-out', (route) => route.abort('aborted'))
  await context.setOffline(true)
  await page.clock.fastForward('31:00')
  await page.getByText('You have been signed out').waitFor()
  expect(await foundIn(page)).toEqual([])
  await context.close()
})
