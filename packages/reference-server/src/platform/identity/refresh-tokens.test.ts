import { describe, expect, it } from 'vitest'
import { createRefreshTokens } from './refresh-tokens.ts'
import { generateSigningKeys } from './signing-keys.ts'

describe('refresh tokens', () => {
  it('differ from forged ones without a query', async () => {
    const keys = await generateSigningKeys()
    const [tokens, elsewhere] = [createRefreshTokens(keys), createRefreshTokens(await generateSigningKeys())]
    const { token } = tokens.create()
    expect(tokens.create().token).not.toBe(token)
    expect(createRefreshTokens(keys).isOurs(token)).toBe(true)
    const flipped = token.startsWith('A') ? `B${token.slice(1)}` : `A${token.slice(1)}`
    for (const forged of ['', 'xxx', flipped, token.slice(0, 43), `${token}A`, elsewhere.create().token])
      expect(tokens.isOurs(forged)).toBe(false)
  })
})
