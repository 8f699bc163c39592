import { css } from 'lit'

/** `.skeleton`: a block of the size of what is on its way. Give the surrounding part `aria-busy` and say in words what is awaited. */
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
