import { css } from 'lit'

/**
 * `.skeleton`: a placeholder of the size of the loading content. Set `aria-busy` on the surrounding part, and name in words what is
 * loading.
 */
export const skeletonStyles = css`
  .skeleton {
    display: block;
    block-size: var(--_rem);
    border-radius: calc(var(--_s) * 1.5);
    background: var(--_line);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .skeleton.short {
    inline-size: 40%;
  }
  .skeleton.half {
    inline-size: 65%;
  }
  .skeleton.title {
    block-size: calc(var(--_s) * 6);
  }
  .skeleton.target {
    block-size: var(--_target);
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
`
