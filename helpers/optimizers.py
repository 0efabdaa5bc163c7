"""Rules by which parameters take a step against their gradients. Born in lesson 7."""

import numpy as np

from helpers.graph import Parameter
from helpers.inputs import positive, share


class Optimizer:
    """What the rules have in common. A rule is a class with ``new_value(index, parameter)``.

    Parameters
    ----------
    parameters : list of Parameter
        What is to be changed, each once.
    learning_rate : float
        Above 0. The attribute of this name may be changed between steps.

    Raises
    ------
    TypeError
        If something in the list is no `Parameter`.
    ValueError
        If the list is empty or names a parameter twice, or a number is out of range.
    """

    def __init__(self, parameters, learning_rate):
        self.parameters = list(parameters)
        self.learning_rate = positive("learning_rate", learning_rate)
        self.steps = 0
        if not self.parameters:
            raise ValueError("The list of parameters is empty. Pass at least one Parameter.")
        for parameter in self.parameters:
            if not isinstance(parameter, Parameter):
                kind = type(parameter).__name__
                raise TypeError(f"An optimizer changes Parameters, but was given a {kind}.")
        if len(set(self.parameters)) < len(self.parameters):
            raise ValueError(f"A parameter stands twice in {self.parameters}. Pass each once.")

    def step(self):
        """Change the value of each parameter by its gradient.

        Raises
        ------
        ValueError
            If a parameter has no gradient; then none is changed.
        """
        for parameter in self.parameters:
            if parameter.gradient is None:
                raise ValueError(
                    f"{parameter} has no gradient. Call backward before step; the parameter must "
                    "be in the graph of the loss."
                )
        self.steps += 1
        for index, parameter in enumerate(self.parameters):
            parameter.value = self.new_value(index, parameter)


class SGD(Optimizer):
    """Gradient descent: ``value - learning_rate * gradient``.

    On minibatches it is called stochastic. For the parameters see `Optimizer`.
    """

    def new_value(self, index, parameter):
        """The value after the step."""
        return parameter.value - self.learning_rate * parameter.gradient


class Momentum(Optimizer):
    """Descent with a velocity that remembers the gradients before.

    Each step first computes ``velocity = momentum * velocity + gradient``, from 0 at the start,
    then ``value - learning_rate * velocity``.

    Parameters
    ----------
    parameters, learning_rate
        As for `Optimizer`.
    momentum : float
        How much of the velocity stays, from 0 (none: `SGD`) to below 1.

    Raises
    ------
    TypeError, ValueError
        As `Optimizer`.
    """

    def __init__(self, parameters, learning_rate, momentum=0.9):
        super().__init__(parameters, learning_rate)
        self.momentum = share("momentum", momentum)
        self.velocities = [0.0] * len(self.parameters)

    def new_value(self, index, parameter):
        """The value after the step."""
        velocity = self.momentum * self.velocities[index] + parameter.gradient
        self.velocities[index] = velocity
        return parameter.value - self.learning_rate * velocity


class Adam(Optimizer):
    """Steps of about the learning rate in each direction, however steep it is.

    Two running means are kept, of the gradient and of its square. Both begin at 0, which is too
    small; dividing by ``1 - beta**t`` at step ``t`` corrects that. The step is
    ``learning_rate * mean / (sqrt(mean_square) + epsilon)``.

    Parameters
    ----------
    parameters, learning_rate
        As for `Optimizer`.
    beta1, beta2 : float
        How much stays of the mean of the gradient and of its square, from 0 to below 1.
    epsilon : float
        Added so that nothing is divided by 0. Above 0.

    Raises
    ------
    TypeError, ValueError
        As `Optimizer`.

    Notes
    -----
    Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1.
    """

    def __init__(self, parameters, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
        super().__init__(parameters, learning_rate)
        self.beta1, self.beta2 = share("beta1", beta1), share("beta2", beta2)
        self.epsilon = positive("epsilon", epsilon)
        self.means = [0.0] * len(self.parameters)
        self.mean_squares = [0.0] * len(self.parameters)

    def new_value(self, index, parameter):
        """The value after the step."""
        g, b1, b2 = parameter.gradient, self.beta1, self.beta2
        self.means[index] = b1 * self.means[index] + (1 - b1) * g
        self.mean_squares[index] = b2 * self.mean_squares[index] + (1 - b2) * g * g
        mean = self.means[index] / (1 - b1**self.steps)
        mean_square = self.mean_squares[index] / (1 - b2**self.steps)
        return parameter.value - self.learning_rate * mean / (np.sqrt(mean_square) + self.epsilon)
