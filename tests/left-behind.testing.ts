import type { Page } from 'playwright'

/** All text that a person with this browser can find: the page with its shadow roots and fields, every storage, and the history. */
export const everything = (page: Page): Promise<string> =>
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
