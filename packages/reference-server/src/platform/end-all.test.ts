import { describe, expect, it } from 'vitest'
import { endAll } from './end-all.ts'

describe('parts that end', () => {
  it('end one after the other', async () => {
    const ended: string[] = []
    await endAll([
      async () => {
        await Promise.resolve()
        ended.push('first')
      },
      () => ended.push('second'),
    ])
    expect(ended).toEqual(['first', 'second'])
  })

  it('all end when some fail, and the first error is thrown', async () => {
    const ended: string[] = []
    const stopped = endAll([
      () => Promise.reject(new Error('the database is gone')),
      () => {
        throw new Error('and so is the disk')
      },
      () => ended.push('file'),
    ])
    await expect(stopped).rejects.toThrow('the database is gone')
    expect(ended).toEqual(['file'])
  })
})
