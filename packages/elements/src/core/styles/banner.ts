import { css } from 'lit'

/** `.banner`: a message to read before continuing; `.warn`, `.bad`, `.ok`. */
export const bannerStyles = css`
  .banner {
    display: flex;
    gap: calc(var(--_s) * 3);
    padding: calc(var(--_s) * 4);
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_accent);
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_surface);
  }
  .banner > svg {
    color: var(--_accent-text);
    margin-block-start: calc(var(--_s) * 0.5);
  }
  .banner.warn {
    border-inline-start-color: var(--_warn);
  }
  .banner.warn > svg {
    color: var(--_warn);
  }
  .banner.bad {
    border-inline-start-color: var(--_danger);
  }
  .banner.bad > svg {
    color: var(--_danger);
  }
  .banner.ok {
    border-inline-start-color: var(--_ok);
  }
  .banner.ok > svg {
    color: var(--_ok);
  }
`
