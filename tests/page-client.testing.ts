import type { JSHandle, Page } from 'playwright'
import type { VisitClient } from '../packages/sdk/src/index.ts'

/**
 * Acts in the page with the client of the person who is signed in there. Elements can be visible before the session has begun, and until
 * then the provider has no client: this waits for it.
 */
export const withClient = async <Answer, Asked = undefined>(
  page: Page,
  act: (client: VisitClient, asked: Asked) => Answer | Promise<Answer>,
  asked?: Asked,
): Promise<Answer> => {
  const client = await page.waitForFunction(
    () => (document.querySelector('visit-provider') as { client?: VisitClient | null } | null)?.client,
  )
  return (client as JSHandle).evaluate(act as (client: VisitClient, asked: unknown) => Promise<Answer>, asked)
}
