import { expect, test, vi } from 'vitest'
import { createPages, type Page } from './pages.ts'

const pagesOf = (count: number, size: number) =>
  vi.fn(async (cursor?: string | null): Promise<Page<number>> => {
    const from = Number(cursor ?? 0)
    const to = Math.min(from + size, count)
    return {
      items: Array.from({ length: to - from }, (_, index) => from + index),
      nextCursor: to < count ? String(to) : null,
    }
  })

test('a loop reads every item, and each page only when it gets there', async () => {
  const read = pagesOf(5, 2)
  const seen: number[] = []
  for await (const item of createPages(read)) {
    seen.push(item)
    if (item === 1) expect(read).toHaveBeenCalledTimes(1)
  }
  expect(seen).toEqual([0, 1, 2, 3, 4])
  expect(read).toHaveBeenCalledTimes(3)
})

test('leaving a loop early reads no further page', async () => {
  const read = pagesOf(100, 2)
  for await (const item of createPages(read)) if (item === 2) break
  expect(read).toHaveBeenCalledTimes(2)
})

test('sends no request before an item is read', () => {
  const read = pagesOf(5, 2)
  createPages(read)
  expect(read).not.toHaveBeenCalled()
})

test('toArray stops at its limit without reading another page', async () => {
  const read = pagesOf(100, 2)
  const pages = createPages(read)
  expect(await pages.toArray(4)).toEqual([0, 1, 2, 3])
  expect(read).toHaveBeenCalledTimes(2)
  expect(await pages.toArray(0)).toEqual([])
  expect(await createPages(pagesOf(3, 2)).toArray()).toEqual([0, 1, 2])
})

test('one page can be read by its cursor', async () => {
  expect(await createPages(pagesOf(5, 2)).page('2')).toEqual({ items: [2, 3], nextCursor: '4' })
})

test('a server that returns the same cursor forever is detected', async () => {
  const pages = createPages(async () => ({ items: [1], nextCursor: 'again' }))
  await expect(pages.toArray()).rejects.toMatchObject({ code: 'unexpected_response' })
})
