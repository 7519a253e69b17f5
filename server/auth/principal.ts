import type { Grant } from '../../src/domain/rights.ts'
import type { SpaceId } from '../../src/domain/space.ts'

/** Who asks, as the service made sure of it; what they may do stands in their grants alone. */
export type Principal = { readonly grants: readonly Grant[] } & (
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'user'
      readonly id: string
      readonly name: string
      readonly sessionId: string
    }
  | {
      readonly kind: 'brain'
      readonly space: SpaceId
      readonly brain: string
      readonly tokenId: string
      /** A token for drafts hands in what the office then publishes. */
      readonly may: 'draft' | 'publish'
    }
  | { readonly kind: 'wallLink'; readonly id: string }
  | { readonly kind: 'operator' }
  | { readonly kind: 'simulator' }
)

/** How a principal is named in receipts and in the audit trail: `user:li.ming`, `brain:sim-001`. */
export function actorOf(principal: Principal): string {
  switch (principal.kind) {
    case 'user':
      return `user:${principal.name}`
    case 'brain':
      return `brain:${principal.brain}`
    case 'wallLink':
      return `wall:${principal.id}`
    default:
      return principal.kind
  }
}
