import type { SignInStrength } from '@visitkit/sdk'

declare global {
  interface HTMLElementEventMap {
    'visit-ready': CustomEvent<Record<string, never>>
    'visit-session-warning': CustomEvent<{ endsAt: string }>
    'visit-session-ended': CustomEvent<{ reason: SessionEndReason }>
    'visit-sign-in-requested': CustomEvent<{ signIn: SignInStrength | null }>
  }
}

export type SessionEndReason = 'idle' | 'signed-out' | 'ended'
