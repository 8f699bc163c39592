/** As much of React as the test of its strict mode calls. The elements have no other use for its types. */
declare module 'react' {
  export interface ReactNode {
    readonly type: unknown
  }
  export const StrictMode: unique symbol
  export const createElement: (
    type: unknown,
    properties?: Readonly<Record<string, unknown>> | null,
    ...children: readonly (ReactNode | null)[]
  ) => ReactNode
  export const useEffect: (effect: () => (() => void) | void, of: readonly unknown[]) => void
  export const useState: <State>(first: State) => [State, (next: State) => void]
}

declare module 'react-dom/client' {
  import type { ReactNode } from 'react'
  export const createRoot: (place: Element) => { render(content: ReactNode): void; unmount(): void }
}
