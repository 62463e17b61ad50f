// Package kubernetes has events about the objects of a cluster.
package kubernetes

import (
	apps "k8s.io/api/apps/v1"
	core "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/apimachinery/pkg/util/sets"
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

// Set is an object of the cluster by another name.
type Set = apps.StatefulSet

// Rolled is a set of pods that was replaced.
//
//busgen:event
type Rolled struct {
	Set
	*core.Service
	Names   sets.Set[string]
	Pods    map[types.NamespacedName]*core.Pod
	Target  *intstr.IntOrString
	Started meta.MicroTime
	Took    *meta.Duration
	Object  meta.GroupVersionKind
	Status  meta.Status
	Fields  *meta.FieldsV1
}
