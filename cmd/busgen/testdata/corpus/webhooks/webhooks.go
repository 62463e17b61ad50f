// Package webhooks has an event for each webhook of a public API client.
package webhooks

import "github.com/google/go-github/v88/github"

// BranchProtectionConfiguration was received.
//
//busgen:event
type BranchProtectionConfiguration struct {
	Hook *github.BranchProtectionConfigurationEvent
}

// BranchProtectionRule was received.
//
//busgen:event
type BranchProtectionRule struct {
	Hook *github.BranchProtectionRuleEvent
}

// CheckRun was received.
//
//busgen:event
type CheckRun struct{ Hook *github.CheckRunEvent }

// CheckSuite was received.
//
//busgen:event
type CheckSuite struct{ Hook *github.CheckSuiteEvent }

// CodeScanningAlert was received.
//
//busgen:event
type CodeScanningAlert struct {
	Hook *github.CodeScanningAlertEvent
}

// CommitComment was received.
//
//busgen:event
type CommitComment struct{ Hook *github.CommitCommentEvent }

// ContentReference was received.
//
//busgen:event
type ContentReference struct{ Hook *github.ContentReferenceEvent }

// Create was received.
//
//busgen:event
type Create struct{ Hook *github.CreateEvent }

// CustomProperty was received.
//
//busgen:event
type CustomProperty struct{ Hook *github.CustomPropertyEvent }

// CustomPropertyValues was received.
//
//busgen:event
type CustomPropertyValues struct {
	Hook *github.CustomPropertyValuesEvent
}

// Delete was received.
//
//busgen:event
type Delete struct{ Hook *github.DeleteEvent }

// DependabotAlert was received.
//
//busgen:event
type DependabotAlert struct{ Hook *github.DependabotAlertEvent }

// DeployKey was received.
//
//busgen:event
type DeployKey struct{ Hook *github.DeployKeyEvent }

// Deployment was received.
//
//busgen:event
type Deployment struct{ Hook *github.DeploymentEvent }

// DeploymentProtectionRule was received.
//
//busgen:event
type DeploymentProtectionRule struct {
	Hook *github.DeploymentProtectionRuleEvent
}

// DeploymentReview was received.
//
//busgen:event
type DeploymentReview struct{ Hook *github.DeploymentReviewEvent }

// DeploymentStatus was received.
//
//busgen:event
type DeploymentStatus struct{ Hook *github.DeploymentStatusEvent }

// DiscussionComment was received.
//
//busgen:event
type DiscussionComment struct {
	Hook *github.DiscussionCommentEvent
}

// Discussion was received.
//
//busgen:event
type Discussion struct{ Hook *github.DiscussionEvent }

// Fork was received.
//
//busgen:event
type Fork struct{ Hook *github.ForkEvent }

// GitHubAppAuthorization was received.
//
//busgen:event
type GitHubAppAuthorization struct {
	Hook *github.GitHubAppAuthorizationEvent
}

// Gollum was received.
//
//busgen:event
type Gollum struct{ Hook *github.GollumEvent }

// Installation was received.
//
//busgen:event
type Installation struct{ Hook *github.InstallationEvent }

// InstallationRepositories was received.
//
//busgen:event
type InstallationRepositories struct {
	Hook *github.InstallationRepositoriesEvent
}

// InstallationTarget was received.
//
//busgen:event
type InstallationTarget struct {
	Hook *github.InstallationTargetEvent
}

// IssueComment was received.
//
//busgen:event
type IssueComment struct{ Hook *github.IssueCommentEvent }

// Issues was received.
//
//busgen:event
type Issues struct{ Hook *github.IssuesEvent }

// Label was received.
//
//busgen:event
type Label struct{ Hook *github.LabelEvent }

// MarketplacePurchase was received.
//
//busgen:event
type MarketplacePurchase struct {
	Hook *github.MarketplacePurchaseEvent
}

// Member was received.
//
//busgen:event
type Member struct{ Hook *github.MemberEvent }

// Membership was received.
//
//busgen:event
type Membership struct{ Hook *github.MembershipEvent }

// MergeGroup was received.
//
//busgen:event
type MergeGroup struct{ Hook *github.MergeGroupEvent }

// Meta was received.
//
//busgen:event
type Meta struct{ Hook *github.MetaEvent }

// Milestone was received.
//
//busgen:event
type Milestone struct{ Hook *github.MilestoneEvent }

// OrgBlock was received.
//
//busgen:event
type OrgBlock struct{ Hook *github.OrgBlockEvent }

// Organization was received.
//
//busgen:event
type Organization struct{ Hook *github.OrganizationEvent }

// Package was received.
//
//busgen:event
type Package struct{ Hook *github.PackageEvent }

// PageBuild was received.
//
//busgen:event
type PageBuild struct{ Hook *github.PageBuildEvent }

// PersonalAccessTokenRequest was received.
//
//busgen:event
type PersonalAccessTokenRequest struct {
	Hook *github.PersonalAccessTokenRequestEvent
}

// Ping was received.
//
//busgen:event
type Ping struct{ Hook *github.PingEvent }

// ProjectV2 was received.
//
//busgen:event
type ProjectV2 struct{ Hook *github.ProjectV2Event }

// ProjectV2Item was received.
//
//busgen:event
type ProjectV2Item struct{ Hook *github.ProjectV2ItemEvent }

// Public was received.
//
//busgen:event
type Public struct{ Hook *github.PublicEvent }

// PullRequest was received.
//
//busgen:event
type PullRequest struct{ Hook *github.PullRequestEvent }

// PullRequestReviewComment was received.
//
//busgen:event
type PullRequestReviewComment struct {
	Hook *github.PullRequestReviewCommentEvent
}

// PullRequestReview was received.
//
//busgen:event
type PullRequestReview struct {
	Hook *github.PullRequestReviewEvent
}

// PullRequestReviewThread was received.
//
//busgen:event
type PullRequestReviewThread struct {
	Hook *github.PullRequestReviewThreadEvent
}

// PullRequestTarget was received.
//
//busgen:event
type PullRequestTarget struct {
	Hook *github.PullRequestTargetEvent
}

// Push was received.
//
//busgen:event
type Push struct{ Hook *github.PushEvent }

// RegistryPackage was received.
//
//busgen:event
type RegistryPackage struct{ Hook *github.RegistryPackageEvent }

// Release was received.
//
//busgen:event
type Release struct{ Hook *github.ReleaseEvent }

// RepositoryDispatch was received.
//
//busgen:event
type RepositoryDispatch struct {
	Hook *github.RepositoryDispatchEvent
}

// Repository was received.
//
//busgen:event
type Repository struct{ Hook *github.RepositoryEvent }

// RepositoryImport was received.
//
//busgen:event
type RepositoryImport struct{ Hook *github.RepositoryImportEvent }

// RepositoryRuleset was received.
//
//busgen:event
type RepositoryRuleset struct {
	Hook *github.RepositoryRulesetEvent
}

// RepositoryVulnerabilityAlert was received.
//
//busgen:event
type RepositoryVulnerabilityAlert struct {
	Hook *github.RepositoryVulnerabilityAlertEvent
}

// SecretScanningAlert was received.
//
//busgen:event
type SecretScanningAlert struct {
	Hook *github.SecretScanningAlertEvent
}

// SecretScanningAlertLocation was received.
//
//busgen:event
type SecretScanningAlertLocation struct {
	Hook *github.SecretScanningAlertLocationEvent
}

// SecurityAdvisory was received.
//
//busgen:event
type SecurityAdvisory struct{ Hook *github.SecurityAdvisoryEvent }

// SecurityAndAnalysis was received.
//
//busgen:event
type SecurityAndAnalysis struct {
	Hook *github.SecurityAndAnalysisEvent
}

// Sponsorship was received.
//
//busgen:event
type Sponsorship struct{ Hook *github.SponsorshipEvent }

// Star was received.
//
//busgen:event
type Star struct{ Hook *github.StarEvent }

// Status was received.
//
//busgen:event
type Status struct{ Hook *github.StatusEvent }

// TeamAdd was received.
//
//busgen:event
type TeamAdd struct{ Hook *github.TeamAddEvent }

// Team was received.
//
//busgen:event
type Team struct{ Hook *github.TeamEvent }

// User was received.
//
//busgen:event
type User struct{ Hook *github.UserEvent }

// Watch was received.
//
//busgen:event
type Watch struct{ Hook *github.WatchEvent }

// WorkflowDispatch was received.
//
//busgen:event
type WorkflowDispatch struct{ Hook *github.WorkflowDispatchEvent }

// WorkflowJob was received.
//
//busgen:event
type WorkflowJob struct{ Hook *github.WorkflowJobEvent }

// WorkflowRun was received.
//
//busgen:event
type WorkflowRun struct{ Hook *github.WorkflowRunEvent }

// CloneAny copies what a decoder of JSON makes.
//
//busgen:clone
func CloneAny(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for key, value := range v {
			out[key] = CloneAny(value)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, value := range v {
			out[i] = CloneAny(value)
		}
		return out
	}
	return v
}
