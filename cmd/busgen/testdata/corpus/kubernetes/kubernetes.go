// Package kubernetes has events about the objects of a cluster.
package kubernetes

import (
	apps "k8s.io/api/apps/v1"
	core "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// Object is what an event is about.
//
//busgen:capability
type Object struct {
	meta.TypeMeta
	meta.ObjectMeta
}

// PodChanged is a pod that was made or changed.
//
//busgen:event
type PodChanged struct{ Before, After *core.Pod }

// Scaled is a deployment with another number of replicas.
//
//busgen:event
type Scaled struct {
	Object
	Deployment apps.Deployment
	Replicas   *int32
}

// Used is what containers used.
//
//busgen:event
type Used struct {
	Object
	CPU, Memory resource.Quantity
	Limit       *resource.Quantity
	ByContainer map[string]core.ResourceList
	Steps       []resource.Quantity
	At          meta.Time
	Conditions  []core.PodCondition
	Selector    *meta.LabelSelector
}

// Listed is a whole list.
//
//busgen:event
type Listed struct {
	core.PodList
	Nodes  []core.Node
	Secret core.Secret
	Spec   core.PodSpec
}
